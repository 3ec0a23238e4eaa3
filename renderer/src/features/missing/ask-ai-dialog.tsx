import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { costText } from '../ai/ai-words.ts'
import { useAi } from '../ai/use-ai.ts'
import { jobsText } from './missing-view.ts'

/** Asks before postings leave this computer: how many, where to, and what it may cost at most. */
export function AskAiDialog({
  open,
  jobs,
  onClose,
  onAsk,
}: {
  open: boolean
  jobs: number
  onClose: () => void
  onAsk: () => void
}) {
  const { host, settings, status } = useAi()
  const left =
    settings && status
      ? Math.max(0, Math.min(settings.aiCapDay - status.spentDay, settings.aiCapMonth - status.spentMonth))
      : null
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="small"
      title={`Ask AI about ${jobsText(jobs)}?`}
      description={`The text of ${jobs === 1 ? 'this posting' : 'these postings'} is sent to ${host}, with the facts that are missing; nothing about you.${left === null ? '' : ` Your limits leave ${costText(left)}; it stops there.`}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            onClick={() => {
              onClose()
              onAsk()
            }}
          >
            Ask AI
          </Button>
        </>
      }
    />
  )
}
