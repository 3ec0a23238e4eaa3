import { createHashRouter } from 'react-router'
import { Frame } from './frame.tsx'
import { NoPage, Recovery } from './recovery.tsx'
import { numberTypedAddresses } from './typed-addresses.ts'

const followRouter = numberTypedAddresses()

/**
 * The pages. Addresses stand behind the `#`, so that the same files serve a custom protocol, a loopback server and
 * a reload at any place. A page is loaded when it is first opened.
 */
export const router = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <Recovery />,
    // Nothing stands before the first page has arrived: it is on this machine.
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <Recovery />,
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import('../features/welcome/home-page.tsx')).HomePage,
            }),
          },
          {
            path: 'settings',
            lazy: async () => ({
              Component: (await import('../features/settings/settings-page.tsx')).SettingsPage,
            }),
          },
          {
            // One route for the list and one of its jobs: the list stays as it is while jobs are opened and closed.
            path: 'jobs/:jobId?',
            lazy: async () => ({ Component: (await import('../features/jobs/jobs-page.tsx')).JobsPage }),
          },
          {
            path: 'campaigns',
            lazy: async () => ({
              Component: (await import('../features/campaigns/campaigns-page.tsx')).CampaignsPage,
            }),
          },
          {
            path: 'campaigns/new',
            lazy: async () => ({
              Component: (await import('../features/campaigns/campaign-editor.tsx')).NewCampaignPage,
            }),
          },
          {
            path: 'campaigns/:campaignId',
            lazy: async () => ({
              Component: (await import('../features/campaigns/campaign-page.tsx')).CampaignPage,
            }),
          },
          {
            path: 'campaigns/:campaignId/edit',
            lazy: async () => ({
              Component: (await import('../features/campaigns/campaign-editor.tsx')).EditCampaignPage,
            }),
          },
          {
            path: 'campaigns/:campaignId/compare',
            lazy: async () => ({
              Component: (await import('../features/feedback/weightings-page.tsx')).WeightingsPage,
            }),
          },
          {
            path: 'sources',
            lazy: async () => ({
              Component: (await import('../features/sources/sources-page.tsx')).SourcesPage,
            }),
          },
          {
            path: 'sources/:sourceId',
            lazy: async () => ({
              Component: (await import('../features/sources/source-page.tsx')).SourcePage,
            }),
          },
          {
            // One route for the board and its tabs: the open application stays while they change.
            path: 'applications/:tab?',
            lazy: async () => ({
              Component: (await import('../features/applications/applications-page.tsx')).ApplicationsPage,
            }),
          },
          {
            path: 'documents',
            lazy: async () => ({
              Component: (await import('../features/documents/documents-page.tsx')).DocumentsPage,
            }),
          },
          {
            path: 'documents/:documentId/review',
            lazy: async () => ({
              Component: (await import('../features/documents/review/review-page.tsx')).ReviewPage,
            }),
          },
          {
            path: 'documents/:documentId',
            lazy: async () => ({
              Component: (await import('../features/documents/document-page.tsx')).DocumentPage,
            }),
          },
          {
            // Also `letters/new`: a new letter gets its address while it is written.
            path: 'letters/:documentId',
            lazy: async () => ({
              Component: (await import('../features/letters/letter-page.tsx')).LetterPage,
            }),
          },
          {
            path: 'companies',
            lazy: async () => ({
              Component: (await import('../features/companies/companies-page.tsx')).CompaniesPage,
            }),
          },
          {
            path: 'companies/:companyId',
            lazy: async () => ({
              Component: (await import('../features/companies/company-page.tsx')).CompanyPage,
            }),
          },
          {
            path: 'reminders',
            lazy: async () => ({
              Component: (await import('../features/reminders/reminders-page.tsx')).RemindersPage,
            }),
          },
          {
            path: 'contacts',
            lazy: async () => ({
              Component: (await import('../features/contacts/contacts-page.tsx')).ContactsPage,
            }),
          },
          {
            path: 'skills',
            lazy: async () => ({
              Component: (await import('../features/skill-gap/skill-gap-page.tsx')).SkillGapPage,
            }),
          },
          {
            path: 'profile',
            lazy: async () => ({
              Component: (await import('../features/profile/profile-page.tsx')).ProfilePage,
            }),
          },
          {
            path: 'missing',
            lazy: async () => ({
              Component: (await import('../features/missing/missing-page.tsx')).MissingPage,
            }),
          },
          {
            path: 'recommendations',
            lazy: async () => ({
              Component: (await import('../features/recommendations/recommendations-page.tsx'))
                .RecommendationsPage,
            }),
          },
          {
            path: 'compare',
            lazy: async () => ({
              Component: (await import('../features/compare/compare-page.tsx')).ComparePage,
            }),
          },
          {
            path: 'runs',
            lazy: async () => ({ Component: (await import('../features/runs/runs-page.tsx')).RunsPage }),
          },
          {
            path: 'runs/:runId',
            lazy: async () => ({ Component: (await import('../features/runs/run-page.tsx')).RunPage }),
          },
          {
            path: 'schedule',
            lazy: async () => ({
              Component: (await import('../features/schedule/schedule-page.tsx')).SchedulePage,
            }),
          },
          {
            path: 'notifications',
            lazy: async () => ({
              Component: (await import('../features/notifications/notifications-page.tsx')).NotificationsPage,
            }),
          },
          {
            path: 'checks',
            lazy: async () => ({
              Component: (await import('../features/checks/checks-page.tsx')).ChecksPage,
            }),
          },
          {
            path: 'health',
            lazy: async () => ({
              Component: (await import('../features/health/health-page.tsx')).HealthPage,
            }),
          },
          {
            path: 'activity',
            lazy: async () => ({
              Component: (await import('../features/activity/activity-page.tsx')).ActivityPage,
            }),
          },
          {
            path: 'events',
            lazy: async () => ({
              Component: (await import('../features/activity/events-page.tsx')).EventsPage,
            }),
          },
          { path: '*', element: <NoPage /> },
        ],
      },
    ],
  },
])

router.subscribe(followRouter)
