import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { propsAreUsed } from './scripts/lint/props-are-used.mjs';
import svelteConfig from './svelte.config.js';

const oneWorker = {
  selector:
    'NewExpression[callee.name=/^(Shared)?Worker$/], NewExpression[callee.property.name=/^(Shared)?Worker$/]',
  message:
    'Start workers through src/lib/db/worker.ts only, so that the policy of the page binds every one of them.'
};
const ownHost = [
  'CallExpression[callee.name="fetch"] > Literal[value=/^(https?:)?\\u002F\\u002F/]',
  'CallExpression[callee.name="fetch"] > TemplateLiteral > TemplateElement:first-child[value.raw=/^(https?:)?\\u002F\\u002F/]',
  'CallExpression[callee.property.name="fetch"] > Literal[value=/^(https?:)?\\u002F\\u002F/]'
].map((selector) => ({
  selector,
  message: 'Nothing may be asked of another host: name a path of this site.'
}));

const STATE = 'State is runes here: a store read without its $ would go unnoticed.';

/** Rules that ask for types stand in .oxlintrc.json, whose linter reads them ten times sooner. */
const typed = ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts', 'vite.config.ts'];
const components = ['**/*.svelte', '**/*.svelte.ts'];

export default typescript.config(
  { ignores: ['build*/', '.svelte-kit*/', '.cache/', 'static/', 'data/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows what is defined; this rule does not know its types.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', oneWorker, ...ownHost],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: 'error'
    }
  },
  {
    files: [...typed, ...components],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] }
  },
  {
    files: components,
    languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
    plugins: { lens: { rules: { 'props-are-used': propsAreUsed } } },
    rules: {
      // Rules that ask for types would have each component checked anew: svelte-check knows their types.
      'svelte/no-unused-props': 'off',
      'svelte/require-store-reactive-access': 'off',
      'lens/props-are-used': 'error',
      'no-restricted-imports': [
        'error',
        { paths: ['svelte/store', '$app/stores'].map((name) => ({ name, message: STATE })) }
      ],
      // Addresses are written by selection/, which serves both kinds of routing.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-at-html-tags': 'error'
    }
  },
  {
    // Markup of our own making: drawn charts, rendered components, print rules, Markdown that lets no HTML through.
    files: [
      'AgendaItem',
      'AgendaPage',
      'DataPage',
      'DisclosureStatement',
      'NotesAndSources',
      'PlainPageHost',
      'StandingMarks',
      'View',
      'ViewHost'
    ].map((name) => `src/lib/ui/${name}.svelte`),
    rules: { 'svelte/no-at-html-tags': 'off' }
  },
  {
    // What a module keeps for itself outside any component is not state of a page.
    files: ['src/lib/ui/engine.svelte.ts'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off' }
  },
  {
    files: ['src/lib/db/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' }
  },
  {
    files: ['src/lib/db/worker.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ownHost] }
  },
  prettier,
  ...svelte.configs.prettier
);
