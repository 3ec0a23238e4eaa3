// Who may know whom: contract <- platform <- areas <- app <- shells; pages and bridge know the contract only.

/** The folders of main/ that are not areas. */
const layers = 'contract|platform|app|shells'
const area = `^main/(?!(?:${layers})/)([^/]+)/`
const rules = `^main/(?!(?:${layers})/)[^/]+/rules(?:\\.ts$|/)`
const tests = '(?:\\.test\\.tsx?|/test-support(?:\\.ts|/.*))$'
const npm = name => `(?:^|/)node_modules/${name}/`

/** Packages that only turn one value into another: text into a tree or into times, and no input or output. */
const purePackages = ['zod', 'htmlparser2', 'domhandler', 'entities', 'croner'].map(npm)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or lack a third; types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The contract crosses to the pages: zod and nothing else.',
      severity: 'error',
      from: { path: '^main/contract/', pathNot: tests },
      to: { pathNot: ['^main/contract/', npm('zod')] },
    },
    {
      name: 'platform-below-areas',
      comment: 'The platform is what areas stand on; it knows none of them.',
      severity: 'error',
      from: { path: '^main/platform/', pathNot: tests },
      to: { path: '^main/', pathNot: '^main/(contract|platform)/' },
    },
    {
      name: 'areas-below-app',
      comment: 'Areas are composed by app and shown by shells; they know neither.',
      severity: 'error',
      from: { path: area, pathNot: tests },
      to: { path: '^main/(app|shells)/' },
    },
    {
      name: 'app-below-shells',
      comment: 'The composition is the same in every shell.',
      severity: 'error',
      from: { path: '^main/app/', pathNot: tests },
      to: { path: '^main/shells/' },
    },
    {
      name: 'shells-apart',
      comment: 'A shell does not borrow from another one; what two need belongs to app or platform.',
      severity: 'error',
      from: { path: '^main/shells/([^/]+)/', pathNot: tests },
      to: { path: '^main/shells/[^/]+/', pathNot: '^main/shells/$1/' },
    },
    {
      name: 'area-through-service',
      comment:
        'An area uses another through its service.ts, its pure rules, or events; never through its store.',
      severity: 'error',
      from: { path: area, pathNot: tests },
      to: { path: area, pathNot: ['^main/$1/', '^main/[^/]+/service\\.ts$', rules] },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules decide and nothing more: contract types and other rules; no Node, database or platform.',
      severity: 'error',
      from: { path: rules, pathNot: tests },
      to: { pathNot: ['^main/contract/', rules, ...purePackages] },
    },
    {
      name: 'pages-know-the-contract',
      comment: 'Pages and bridge reach the rest by procedures and events.',
      severity: 'error',
      from: { path: '^(renderer|preload)/', pathNot: tests },
      to: { path: '^main/', pathNot: '^main/contract/' },
    },
    {
      name: 'pages-without-node',
      comment: 'Pages run in a sandbox: there is no Node in it.',
      severity: 'error',
      from: { path: '^(renderer|preload)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-without-pages',
      comment: 'Nothing behind the contract knows the pages.',
      severity: 'error',
      from: { path: '^main/', pathNot: tests },
      to: { path: '^(renderer|preload)/' },
    },
    {
      name: 'electron-in-its-shell',
      comment: 'Only the desktop shell and the bridge know Electron.',
      severity: 'error',
      from: { pathNot: ['^main/shells/desktop/', '^preload/', '^tests/'] },
      to: { path: [npm('electron'), npm('electron-store'), '^electron(/|$)'] },
    },
    {
      name: 'sqlite-in-db',
      comment: 'Only platform/db knows the database driver.',
      severity: 'error',
      from: { pathNot: ['^main/platform/db/', '^tests/', tests] },
      to: { path: npm('(@types/)?better-sqlite3') },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What ships does not use what is written for tests.',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/', pathNot: tests },
      to: { path: [tests, '^tests/', npm('(vitest|fast-check|@playwright/test)')] },
    },
  ],
  options: {
    // TypeScript 7 has no parser for other programs yet; swc reads the same syntax, with type-only imports.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|coverage|test-results)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
