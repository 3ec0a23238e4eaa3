import clsx from 'clsx'
import { type LucideIcon, ThumbsDown, ThumbsUp } from 'lucide-react'
import { Popover as Radix } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { type FeedbackView, REASONS, type Verdict } from '../../../../main/contract/feedback.ts'
import type { CampaignId, JobId } from '../../../../main/contract/ids.ts'
import { ReasonsForm } from './reasons-form.tsx'
import { saveReasons, useGiveVerdict, useVerdict } from './use-verdict.ts'

const FACES: Record<Verdict, { icon: LucideIcon; verb: string; colour: string }> = {
  up: { icon: ThumbsUp, verb: 'Like', colour: 'text-good' },
  down: { icon: ThumbsDown, verb: 'Dislike', colour: 'text-bad' },
}

interface ThumbButtonsProps {
  job: { id: JobId; title: string }
  /** The list that the job is seen in; null: none, such as recommendations. */
  campaignId: CampaignId | null
  /** Shows beside the thumbs why, and lets it be changed; for places with room. */
  withReasons?: boolean
  /** Of both thumbs, for rows that share one stop of the Tab key. */
  tabIndex?: number
}

/**
 * Thumbs up and down for a job: toggles, of which one at most is in. A press opens the reasons, which nobody has to give;
 * by keyboard the focus goes there, and Esc leads back. Plain buttons while nothing is open, for long lists.
 */
export function ThumbButtons({ job, campaignId, withReasons = false, tabIndex }: ThumbButtonsProps) {
  const given = useVerdict(job.id, campaignId)
  const give = useGiveVerdict()
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const byKeyboard = useRef(false)
  const judged = { jobId: job.id, campaignId }

  const press = (verdict: Verdict, keyboard: boolean) => {
    const takesBack = given?.verdict === verdict
    byKeyboard.current = keyboard
    give(judged, takesBack ? null : verdict)
    setAsking(!takesBack)
  }
  useEscape(asking, () => setAsking(false))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of a list
    <div ref={box} role="group" aria-label="Your verdict" className="flex min-w-0 items-center gap-0.5">
      {(['up', 'down'] as const).map(verdict => {
        const { icon: Icon, verb, colour } = FACES[verdict]
        const pressed = given?.verdict === verdict
        return (
          <button
            key={verdict}
            type="button"
            data-verdict={verdict}
            aria-label={`${verb} ${job.title}`}
            aria-pressed={pressed}
            title={verb}
            tabIndex={tabIndex}
            onClick={event => press(verdict, event.detail === 0)}
            className={clsx(
              'inline-flex size-6 shrink-0 items-center justify-center rounded hover:bg-hover active:bg-pressed pointer-coarse:size-8',
              pressed ? colour : 'text-ink-3 hover:text-ink',
            )}
          >
            <Icon aria-hidden className={clsx('size-4', pressed && 'fill-current')} strokeWidth={1.75} />
          </button>
        )
      })}
      {withReasons && given ? (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={asking}
          onClick={() => {
            byKeyboard.current = true
            setAsking(true)
          }}
          className="min-h-6 min-w-0 truncate rounded px-1.5 text-sm text-ink-2 hover:bg-hover hover:text-ink"
        >
          {reasonsText(given)}
        </button>
      ) : null}
      {asking && given ? (
        <Radix.Root open onOpenChange={setAsking}>
          <Radix.Anchor virtualRef={box as React.RefObject<HTMLDivElement>} />
          <Radix.Portal>
            <Radix.Content
              data-floating
              aria-label={`Why: ${job.title}`}
              align="end"
              sideOffset={4}
              collisionPadding={8}
              onOpenAutoFocus={event => {
                // By pointer the eye reads on: the focus stays, and the panel is there for who wants it.
                if (!byKeyboard.current) event.preventDefault()
              }}
              onCloseAutoFocus={event => {
                event.preventDefault()
                const inside = document.activeElement === document.body
                if (inside || byKeyboard.current)
                  box.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
              }}
              className="z-50 max-h-(--radix-popper-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded border border-line bg-raised p-3 text-sm shadow-float animate-float"
            >
              <ReasonsForm
                key={given.verdict}
                given={given}
                onSave={(reasons, note) => saveReasons({ ...judged, verdict: given.verdict }, reasons, note)}
                onDone={() => setAsking(false)}
              />
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      ) : null}
    </div>
  )
}

/** "Pay too low, wrong skills", or what can be done. */
function reasonsText({ reasons, note }: FeedbackView): string {
  const words = [...reasons.map(reason => REASONS[reason].label), note].filter(Boolean).join(', ')
  return words === '' ? 'Say why' : words
}

/** Esc closes what is open, before the toast that came after it takes the key. */
function useEscape(open: boolean, close: () => void): void {
  const closing = useRef(close)
  closing.current = close
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      closing.current()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [open])
}
