import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import RulesPage from '#lib/ui/RulesPage.svelte';
import { RULE_GROUPS } from '#lib/words/rules.ts';
import { sharedPrepared } from '../published.ts';

const { catalogue } = await sharedPrepared();

describe('the page of rules', () => {
  const { body } = render(RulesPage, { props: { catalogue } });

  test('has an anchor for each rule, with what it means and what to do', () => {
    const plain = body.replaceAll('&lt;', '<').replaceAll('&amp;', '&').replaceAll('&gt;', '>');
    for (const { id, means, todo } of RULE_GROUPS.flatMap(({ rules }) => rules)) {
      expect(body.split(`id="${id}"`), id).toHaveLength(2);
      expect(plain, id).toContain(means);
      expect(plain, id).toContain(todo);
    }
  });
  test('leads to each kind of rule', () => {
    for (const { id } of RULE_GROUPS) expect(body).toContain(`href="#${id}"`);
  });
});
