import { type JobsView, PLAIN_VIEW } from './jobs-view.ts'

/** Views that are offered while none is saved. */
export const SUGGESTED_VIEWS: readonly { name: string; view: JobsView }[] = [
  {
    name: 'Remote, $100k+',
    view: {
      ...PLAIN_VIEW,
      remote: ['remote'],
      salary: { low: 100_000, high: null, currency: 'USD', unstated: false },
    },
  },
  {
    name: 'Unread and worth a look',
    view: { ...PLAIN_VIEW, unread: true, open: true, minScore: 70, sort: 'newest' },
  },
  {
    name: 'Under way',
    view: { ...PLAIN_VIEW, statuses: ['preparing_to_apply', 'applied', 'interview', 'offer'] },
  },
]
