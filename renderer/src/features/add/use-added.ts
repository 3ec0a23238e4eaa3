import { useNavigate } from 'react-router'
import type { Added } from '../../../../main/contract/by-hand.ts'
import { showDone } from '../../app/changes.ts'

/** Says what was added, with the way to it and the way back. */
export function useAdded(): (added: Added) => void {
  const navigate = useNavigate()
  return ({ jobs, notes, undo }) => {
    const [first] = jobs
    if (!first) return
    const fresh = jobs.filter(job => !job.known).length
    const title =
      jobs.length === 1
        ? `${first.known ? 'Known already' : 'Added'}: ${first.title}, ${first.company}`
        : `Added ${fresh} of ${jobs.length} jobs`
    const path = jobs.length === 1 ? `/jobs/${first.jobId}` : '/jobs?sort=newest'
    showDone(title, undo, {
      tone: 'good',
      description: notes.join(' ') || undefined,
      action: { label: 'Open', run: () => void navigate(path) },
    })
  }
}
