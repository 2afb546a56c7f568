import astro from 'eslint-plugin-astro';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The order of the folders in `src/`: a file imports from its own folder and from those before it, so that the
 * project can be read from the beginning to the end. Tests may use everything.
 */
const order = [
  'i18n',
  'schema',
  'model',
  'kinds',
  'outputs',
  'hosting',
  'search',
  'checks',
  'finished-pages',
  'editors',
  'components',
  'views',
  'astro',
  'pages',
  'release',
  'testing',
  'bench',
];

/** The views of kinds stand with their kind, and come where views come. */
const viewsOfKinds = ['src/kinds/**/*.astro', 'src/kinds/views.ts'];

const oneWay = order.map((folder, place) => ({
  files: [`src/${folder}/**/*.{ts,astro}`, ...(folder === 'views' ? viewsOfKinds : [])],
  ignores: ['src/**/*.test.ts', ...(folder === 'kinds' ? viewsOfKinds : [])],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...order.slice(place + 1).map((later) => ({
            group: [`**/${later}/**`],
            message: `"${folder}" comes before "${later}": see the order in eslint.config.js.`,
          })),
          ...(folder === 'pages'
            ? []
            : [
                {
                  group: ['**/site.ts'],
                  message: 'Pages ask for the content; all else gets it by arguments and props.',
                },
              ]),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist*',
      '.dist-releases',
      '.astro',
      'node_modules',
      'report',
      '.pictures',
      'content',
      'src/env.d.ts',
    ],
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    languageOptions: { parser: tseslint.parser },
  },
  ...astro.configs['flat/base'],
  {
    files: ['**/*.{ts,js,mjs,astro}'],
    plugins: { '@typescript-eslint': tseslint.plugin, 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.astro'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'astro-eslint-parser': ['.astro'] },
      'import-x/resolver': { node: { extensions: ['.ts', '.astro', '.mjs', '.js'] } },
    },
    rules: {
      // What nothing uses misleads the reader.
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_|^Props$',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // A value without a type hides mistakes from the compiler.
      '@typescript-eslint/no-explicit-any': 'error',
      // Node runs these files by taking the types away: what is a type must say so.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // `==` turns one type into another without a word.
      eqeqeq: 'error',
      // What never changes says so.
      'prefer-const': 'error',
      // Files that import each other in a circle can be understood only all at once.
      'import-x/no-cycle': 'error',
    },
  },
  ...oneWay,
);
