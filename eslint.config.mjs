import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noAmbient = [
  { name: 'process', message: 'Pure libs take what they need as arguments.' },
  { name: 'Date', message: 'Pure libs take the time as an argument.' },
  { name: 'setTimeout', message: 'Pure libs do not wait.' },
  { name: 'setInterval', message: 'Pure libs do not wait.' },
  { name: 'setImmediate', message: 'Pure libs do not wait.' },
  { name: 'Buffer', message: 'Pure libs also run in a browser.' },
  { name: 'crypto', message: 'Pure libs take randomness as an argument.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.kiln/**', 'coverage/**', 'libs/client/generated/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What crosses the wire is declared by classes, which nobody makes instances of.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only the configuration module reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
          message: 'A class with a seventh dependency is split.',
        },
      ],
    },
  },
  {
    // Nest resolves constructor dependencies from the types' runtime values.
    files: ['apps/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/max-params': 'off',
      'max-params': 'off',
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['**/*spec.ts', '**/migrations/*.ts'],
    rules: { 'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['libs/template/**/*.ts', 'libs/orchestration/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noAmbient],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pure libs take randomness as an argument.' },
      ],
    },
  },
  {
    files: ['**/*spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        require: 'readonly',
      },
    },
  },
);
