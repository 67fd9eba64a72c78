/**
 * As much of a node of the syntax tree as is read here.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {{ name?: string, properties?: Node[], typeAnnotation?: { typeAnnotation?: Node } }} [id]
 * @property {{ body: Node[] }} [body]
 * @property {{ name?: string }} [key]
 * @property {Node[]} [members]
 * @property {{ name?: string }} [typeName]
 */

/**
 * Reports a property of a component that is declared and never taken from `$props()`. `svelte/no-unused-props` does so
 * from the types, for which every component is checked anew by itself: half the time of linting. The declaration stands in
 * the component, as a type literal or an interface, so that reading it is enough.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const propsAreUsed = {
  meta: { type: 'suggestion', schema: [], messages: { unused: "'{{name}}' is declared and never taken." } },
  create(context) {
    /** @type {Map<string, Node[]>} */
    const declared = new Map();
    return {
      /** @param {Node} node */
      TSInterfaceDeclaration: (node) => declared.set(String(node.id?.name), node.body?.body ?? []),
      /** @param {Node} node */
      'VariableDeclarator[init.callee.name="$props"][id.type="ObjectPattern"]'(node) {
        const taken = node.id?.properties ?? [];
        if (taken.some(({ type }) => type === 'RestElement')) return;
        const names = taken.map(({ key }) => key?.name);
        const type = node.id?.typeAnnotation?.typeAnnotation;
        const members = type?.members ?? declared.get(String(type?.typeName?.name)) ?? [];
        for (const member of members) {
          const name = member.key?.name;
          if (name !== undefined && !names.includes(name))
            context.report({ node: member, messageId: 'unused', data: { name } });
        }
      }
    };
  }
};
