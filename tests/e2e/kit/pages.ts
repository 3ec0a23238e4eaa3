/** Every page of the app once, for what must hold on all of them. */
export interface KnownPage {
  /** As the router writes it; the dashboard is the empty one. */
  route: string
  name: string
  /** The address by which it is opened while there is much to show. */
  full: string
  /** And while there is nothing; left out: the same one. */
  empty?: string
  /** Its main heading in either case. */
  heading: RegExp
}

/** A test compares the routes with those of the router. */
export const PAGES: readonly KnownPage[] = [
  { route: '', name: 'dashboard', full: '/', heading: /^Dashboard$/ },
  { route: 'settings', name: 'settings', full: '/settings', heading: /^Settings$/ },
  { route: 'jobs/:jobId?', name: 'jobs', full: '/jobs', heading: /^Jobs$/ },
  { route: 'jobs/:jobId?', name: 'job', full: '/jobs/1', empty: '/jobs/987', heading: /./ },
  { route: 'campaigns', name: 'campaigns', full: '/campaigns', heading: /^Campaigns$/ },
  { route: 'campaigns/new', name: 'campaign-new', full: '/campaigns/new', heading: /^New campaign$/ },
  {
    route: 'campaigns/:campaignId',
    name: 'campaign',
    full: '/campaigns/1',
    empty: '/campaigns/987',
    heading: /Backend in Britain|Campaign/,
  },
  {
    route: 'campaigns/:campaignId/edit',
    name: 'campaign-edit',
    full: '/campaigns/1/edit',
    empty: '/campaigns/987/edit',
    heading: /^Edit/,
  },
  {
    route: 'campaigns/:campaignId/compare',
    name: 'weightings',
    full: '/campaigns/1/compare',
    empty: '/campaigns/987/compare',
    heading: /^Compare two weightings$/,
  },
  { route: 'sources', name: 'sources', full: '/sources', heading: /^Sources$/ },
  {
    route: 'sources/:sourceId',
    name: 'source',
    full: '/sources/1',
    empty: '/sources/987',
    heading: /Greenhouse|^Source$/,
  },
  { route: 'companies', name: 'companies', full: '/companies', heading: /^Companies$/ },
  {
    route: 'companies/:companyId',
    name: 'company',
    full: '/companies/1',
    empty: '/companies/987',
    heading: /./,
  },
  { route: 'applications/:tab?', name: 'board', full: '/applications', heading: /^Applications$/ },
  {
    route: 'applications/:tab?',
    name: 'applications',
    full: '/applications/list',
    heading: /^Applications$/,
  },
  {
    route: 'applications/:tab?',
    name: 'timeline',
    full: '/applications/timeline',
    heading: /^Applications$/,
  },
  {
    route: 'applications/:tab?',
    name: 'follow-ups',
    full: '/applications/follow-ups',
    heading: /^Applications$/,
  },
  { route: 'documents', name: 'documents', full: '/documents', heading: /^Documents$/ },
  {
    route: 'documents/:documentId',
    name: 'document',
    full: '/documents/1',
    empty: '/documents/987',
    heading: /./,
  },
  {
    route: 'documents/:documentId/review',
    name: 'review',
    full: '/documents/1/review',
    empty: '/documents/987/review',
    heading: /./,
  },
  {
    route: 'letters/:documentId',
    name: 'letter',
    full: '/letters/2',
    empty: '/letters/new',
    heading: /./,
  },
  { route: 'contacts', name: 'contacts', full: '/contacts', heading: /^Contacts$/ },
  { route: 'reminders', name: 'reminders', full: '/reminders', heading: /^Reminders$/ },
  { route: 'skills', name: 'skill-gap', full: '/skills', heading: /^Skill gap$/ },
  { route: 'profile', name: 'profile', full: '/profile', heading: /^Profile$/ },
  { route: 'missing', name: 'missing-facts', full: '/missing', heading: /^Missing facts$/ },
  {
    route: 'recommendations',
    name: 'recommendations',
    full: '/recommendations',
    heading: /^Recommended for you$/,
  },
  {
    route: 'compare',
    name: 'compare-jobs',
    full: '/compare?jobs=1,2',
    empty: '/compare',
    heading: /^Why this/,
  },
  { route: 'notifications', name: 'notifications', full: '/notifications', heading: /^Notifications$/ },
  { route: 'checks', name: 'checks', full: '/checks', heading: /^Data quality$/ },
  { route: 'runs', name: 'runs', full: '/runs', heading: /^Runs$/ },
  {
    route: 'runs/:runId',
    name: 'run',
    full: '/runs/1',
    empty: '/runs/987',
    heading: /./,
  },
  { route: 'schedule', name: 'schedule', full: '/schedule', heading: /^Schedule$/ },
  { route: 'events', name: 'events', full: '/events', heading: /^Events$/ },
  { route: 'activity', name: 'activity', full: '/activity', heading: /^Activity$/ },
  { route: 'health', name: 'health', full: '/health', heading: /^Health$/ },
  { route: '*', name: 'no-page', full: '/nowhere', heading: /./ },
]
