import { BriefcaseBusiness, Library, X } from 'lucide-react'
import { useState } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { CompareDialog } from '../compare/compare-dialog.tsx'

/** The job that a letter is for, as a page names it. */
export interface LetterJob {
  jobId: JobId
  title: string
  company: string
}

/** For which job the letter is, or that it is in the library; both can be changed. */
export function LetterJobChoice({
  job,
  onChange,
}: {
  job: LetterJob | null
  onChange: (job: LetterJob | null) => void
}) {
  const [choosing, setChoosing] = useState(false)
  const Icon = job ? BriefcaseBusiness : Library
  return (
    <>
      <Menu
        trigger={
          <Button look="quiet" icon={Icon} className="max-w-full min-w-0 shrink">
            <span className="truncate">{job ? `For ${job.title}, ${job.company}` : 'In the library'}</span>
          </Button>
        }
        entries={[
          {
            label: job ? 'Choose another job' : 'Choose the job it is for',
            icon: BriefcaseBusiness,
            onSelect: () => setChoosing(true),
          },
          ...(job
            ? [{ label: 'Keep it in the library', icon: X, onSelect: () => onChange(null) } as const]
            : []),
        ]}
      />
      <CompareDialog
        open={choosing}
        title="Which job is the letter for?"
        beside={null}
        without={job ? [job.jobId] : []}
        near={[]}
        onChoose={({ id, title, company }) => {
          setChoosing(false)
          onChange({ jobId: id, title, company })
        }}
        onClose={() => setChoosing(false)}
      />
    </>
  )
}
