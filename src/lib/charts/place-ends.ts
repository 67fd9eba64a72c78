export interface EndLabel {
  /** Where its middle would like to be. */
  readonly want: number;
  readonly height: number;
}

/**
 * Middles of labels stacked in one column, as near as may be to where they want to be, none overlapping,
 * inside `top` to `bottom` where they fit at all. In the order given; ties keep it.
 */
export function placeEnds(labels: readonly EndLabel[], top: number, bottom: number): number[] {
  const order = labels.map((label, index) => ({ label, index }));
  order.sort((a, b) => a.label.want - b.label.want || a.index - b.index);
  interface Group {
    members: { label: EndLabel; index: number }[];
    start: number;
    height: number;
  }
  const groups: Group[] = [];
  const settle = (members: Group['members']): Group => {
    const height = members.reduce((sum, { label }) => sum + label.height, 0);
    let above = 0;
    let wanted = 0;
    for (const { label } of members) {
      wanted += label.want - above - label.height / 2;
      above += label.height;
    }
    const start = Math.max(top, Math.min(bottom - height, wanted / members.length));
    return { members, start, height };
  };
  for (const item of order) {
    let group = settle([item]);
    for (let last = groups.at(-1); last && last.start + last.height > group.start; last = groups.at(-1)) {
      groups.pop();
      group = settle([...last.members, ...group.members]);
    }
    groups.push(group);
  }
  const middles = labels.map(() => 0);
  for (const { members, start } of groups) {
    let y = start;
    for (const { label, index } of members) {
      middles[index] = y + label.height / 2;
      y += label.height;
    }
  }
  return middles;
}
