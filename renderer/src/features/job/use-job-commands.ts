import {
  AlarmClockPlus,
  Ban,
  CircleHelp,
  Columns2,
  ExternalLink,
  FilePen,
  MailOpen,
  Pencil,
  ScanSearch,
  Star,
  Tag,
} from 'lucide-react'
import { useNavigate } from 'react-router'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { useCommand, useCommands } from '../../app/commands.ts'
import { useCompanyActs } from '../companies/use-company-acts.ts'
import type { JobChanges } from '../jobs/job-changes.ts'
import { openApplication } from './apply/use-apply.ts'
import { FACT_GROUPS, type FactGroup } from './value-words.ts'

/** What can be done with an open job by key and from the palette. */
export function useJobCommands({
  view: { job, applyUrl },
  beside,
  changes,
  openStatus,
  compare,
  detect,
  edit,
  remind,
}: {
  view: JobView
  beside: boolean
  changes: JobChanges
  openStatus: () => void
  compare: () => void
  detect: () => void
  edit: (group: FactGroup) => void
  remind: () => void
}): void {
  const companies = useCompanyActs()
  const group = 'Job'
  const navigate = useNavigate()
  useCommand({
    id: 'job.letter',
    title: 'Write a letter for this job',
    group,
    icon: FilePen,
    keywords: 'cover application document',
    run: () => void navigate(`/letters/new?jobId=${job.id}`),
  })
  // Beside the list, the list offers these for its own row, which is this job.
  useCommands(
    beside
      ? []
      : [
          {
            id: 'job.status',
            title: 'Set the status',
            group,
            icon: Tag,
            shortcut: 's',
            run: openStatus,
          },
          {
            id: 'job.favourite',
            title: 'Favourite or not',
            group,
            icon: Star,
            shortcut: 'f',
            run: () => changes.setFavourite([job], !job.favourite),
          },
          {
            id: 'job.unread',
            title: 'Mark as read or unread',
            group,
            icon: MailOpen,
            shortcut: 'u',
            run: () => changes.setUnread([job], !job.unread),
          },
          {
            id: 'job.why',
            title: 'Show why this score',
            group,
            icon: CircleHelp,
            shortcut: 'w',
            keywords: 'explain explanation',
            run: () => document.querySelector<HTMLElement>('article [data-score]')?.click(),
          },
          {
            id: 'job.compare',
            title: 'Compare with another job',
            group,
            icon: Columns2,
            shortcut: 'c',
            keywords: 'why this and not that beside',
            run: compare,
          },
          {
            id: 'job.block',
            title: 'Block the company',
            group,
            icon: Ban,
            shortcut: 'b',
            run: () => companies.block([job.companyId]),
          },
        ],
  )
  useCommands([
    ...(applyUrl
      ? [
          {
            id: 'job.apply',
            title: 'Apply',
            group,
            icon: ExternalLink,
            shortcut: 'o',
            keywords: 'open send',
            run: () => void openApplication(job, applyUrl, changes),
          },
        ]
      : []),
    { id: 'job.remind', title: 'Add a reminder', group, icon: AlarmClockPlus, shortcut: 'r', run: remind },
    {
      id: 'job.detect',
      title: 'Detect again',
      group,
      icon: ScanSearch,
      shortcut: 'd',
      keywords: 'facts salary ai patterns',
      run: detect,
    },
    {
      id: 'job.edit',
      title: 'Correct the facts',
      group,
      icon: Pencil,
      shortcut: 'e',
      run: () => document.querySelector<HTMLElement>('article [data-edit]')?.focus(),
    },
    ...FACT_GROUPS.map(({ key, label }) => ({
      id: `job.edit.${key}`,
      title: `Correct: ${label}`,
      group,
      icon: Pencil,
      run: () => edit(key),
    })),
  ])
}
