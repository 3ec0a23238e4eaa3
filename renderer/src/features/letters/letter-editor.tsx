import clsx from 'clsx'
import { Save } from 'lucide-react'
import { type RefObject, useDeferredValue, useRef, useState } from 'react'
import { useBeforeUnload } from 'react-router'
import { useChange } from '../../app/changes.ts'
import { useCommand } from '../../app/commands.ts'
import { client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { CONTROL, TextArea } from '../../ui/field.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { LeaveGuard } from '../campaigns/leave-guard.tsx'
import { LetterArea } from './letter-area.tsx'
import { LetterAttach } from './letter-attach.tsx'
import { BeginFromLetter } from './letter-begin.tsx'
import { LetterExport } from './letter-export.tsx'
import { type LetterJob, LetterJobChoice } from './letter-job.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { keptTitle, UNTITLED } from './letter-state.ts'
import { LetterVersions } from './letter-versions.tsx'
import { countWords, wordsText } from './letter-words.ts'
import { type Letter, type Opened, useLetter } from './use-letter.ts'

/** From this width on, in rem, text and preview stand beside each other. */
const BESIDE_REM = 48

/** A letter while it is written, with how it reads beside it. */
export function LetterEditor({ job: first, ...opened }: Opened & { job: LetterJob | null }) {
  const letter = useLetter(opened)
  const { state, document, dirty } = letter
  const { stored, text, title } = state
  const [ownJob, setOwnJob] = useState(first)
  const job = document ? document.job : ownJob
  const setJob = useChange(client.documents.setJob)
  const area = useRef<HTMLTextAreaElement>(null)
  const [shown, setShown] = useState<'write' | 'read'>('write')
  const body = useRef<HTMLDivElement>(null)
  const beside = useWidthInRem(body) >= BESIDE_REM
  const read = useDeferredValue(text)
  const empty = text.trim() === ''

  // What saves itself in a moment needs no question, unless it cannot be saved.
  const stuck = useRef(false)
  stuck.current = dirty && (state.theirs !== null || state.phase === 'failed')
  useBeforeUnload(event => {
    if (dirty && !window.rolecall) event.preventDefault()
  })
  useCommand({
    id: 'letter.save',
    title: 'Save the letter',
    group: 'Letter',
    icon: Save,
    shortcut: 'mod+s',
    run: () => void letter.flush(),
  })

  const chooseJob = (next: LetterJob | null) => {
    if (stored) setJob.mutate({ documentId: stored.documentId, jobId: next?.jobId ?? null })
    else letter.setNewJob(next?.jobId ?? null)
    setOwnJob(next)
  }
  const version = async () => (await letter.flush())?.versionId ?? null

  return (
    <Page
      title={stored ? keptTitle(state) : 'New letter'}
      fill
      action={
        <>
          {job && stored ? (
            <LetterAttach
              jobId={job.jobId}
              documentId={stored.documentId}
              version={stored.version}
              flush={letter.flush}
            />
          ) : null}
          {document && stored ? (
            <LetterVersions document={document} flush={letter.flush} onBegin={letter.beginVersion} />
          ) : null}
          <LetterExport version={version} text={text} disabled={empty} />
        </>
      }
    >
      <div ref={body} className="flex min-h-0 flex-1 flex-col">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 sm:px-6">
          <input
            aria-label="Title"
            autoComplete="off"
            maxLength={200}
            placeholder={UNTITLED}
            value={title}
            onChange={event => letter.name(event.target.value)}
            className={clsx(CONTROL, 'h-8 max-w-80 min-w-40 flex-1')}
          />
          <LetterJobChoice job={job} onChange={chooseJob} />
          <span className="flex-1" />
          <span className="text-sm text-ink-3 tabular-nums">{wordsText(countWords(read))}</span>
          <SavedWords letter={letter} />
        </div>
        <Trouble letter={letter} onChosen={() => area.current?.focus()} />
        {beside ? null : <WriteOrRead shown={shown} onShow={setShown} />}
        <div className={clsx('flex min-h-0 flex-1', beside ? 'flex-row' : 'flex-col')}>
          {beside || shown === 'write' ? (
            <section
              id="letter-write"
              aria-label="Write"
              className={clsx('flex min-h-0 flex-1 flex-col', beside && 'border-r border-line')}
            >
              <LetterArea
                area={area}
                value={text}
                onType={letter.type}
                beside={
                  empty ? (
                    <BeginFromLetter
                      onText={words => {
                        letter.type(words)
                        focusAfterLayer(area)
                      }}
                    />
                  ) : null
                }
              />
            </section>
          ) : null}
          {beside || shown === 'read' ? (
            <section
              id="letter-read"
              aria-label="Preview"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="relative min-h-0 flex-1 overflow-y-auto bg-sunken p-4 outline-offset-[-2px] sm:p-6"
            >
              <div className="mx-auto min-h-full max-w-2xl rounded border border-line bg-surface px-5 py-6 sm:px-10 sm:py-9">
                {empty ? (
                  <p className="text-base text-ink-3">How the letter reads stands here as you write.</p>
                ) : (
                  <LetterPreview text={read} />
                )}
              </div>
            </section>
          ) : null}
        </div>
      </div>
      <LeaveGuard
        dirty={stuck}
        description="What was typed last could not be saved and would be gone. What was saved before stays."
      />
    </Page>
  )
}

/** The focus to the text once a layer that closes has given it back: it does so within the first frame. */
function focusAfterLayer(area: RefObject<HTMLTextAreaElement | null>): void {
  requestAnimationFrame(() => requestAnimationFrame(() => area.current?.focus()))
}

/** Text or preview, where there is no room for both. */
function WriteOrRead({
  shown,
  onShow,
}: {
  shown: 'write' | 'read'
  onShow: (next: 'write' | 'read') => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset
    <div role="group" aria-label="What is shown" className="flex gap-1 border-b border-line px-4 py-1">
      {(['write', 'read'] as const).map(one => (
        <Button
          key={one}
          size="small"
          look="quiet"
          aria-pressed={shown === one}
          className="aria-pressed:bg-pressed aria-pressed:font-medium aria-pressed:text-ink"
          onClick={() => onShow(one)}
        >
          {one === 'write' ? 'Write' : 'Preview'}
        </Button>
      ))}
    </div>
  )
}

/** Whether everything typed is kept, quietly. */
function SavedWords({ letter: { state, dirty } }: { letter: Letter }) {
  const { phase, savedAt, stored, theirs } = state
  const words =
    phase === 'failed' && dirty ? (
      <span className="text-warn">Not saved yet</span>
    ) : theirs ? (
      ''
    ) : phase === 'saving' || dirty ? (
      'Saving'
    ) : savedAt ? (
      <>
        Saved <When at={savedAt} />
      </>
    ) : stored ? (
      'Saved'
    ) : (
      ''
    )
  return <span className="min-w-24 text-right text-sm text-ink-3">{words}</span>
}

/** What keeps the letter from being saved, and the person's choice. */
function Trouble({ letter, onChosen }: { letter: Letter; onChosen: () => void }) {
  const { state, dirty, failure } = letter
  const { theirs, phase } = state
  if (theirs)
    return (
      <div role="alert" className="flex flex-col gap-2 border-b border-warn bg-warn-soft px-4 py-3 sm:px-6">
        <p className="text-sm">
          <strong className="font-medium">This letter was changed in another window as well.</strong> Your
          text stands below. Neither is lost.
        </p>
        <Disclosure label="Show the other text">
          <TextArea label="The other text" hideLabel readOnly rows={4} value={theirs.markdown} />
        </Disclosure>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            onClick={() => {
              letter.keep('mine')
              onChosen()
            }}
          >
            Keep mine as a new version
          </Button>
          <Button
            size="small"
            onClick={() => {
              letter.keep('theirs')
              onChosen()
            }}
          >
            Take the other
          </Button>
        </div>
      </div>
    )
  if (phase !== 'failed' || !dirty || !failure) return null
  const gone = failure.code === 'not_found' || failure.code === 'unsupported'
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-2 border-b border-warn bg-warn-soft px-4 py-2 text-sm sm:px-6"
    >
      <span className="min-w-0">
        {failure.what}{' '}
        {gone
          ? 'What you typed stands below.'
          : 'What you typed stands below and is saved as soon as it can be.'}
      </span>
      {gone ? (
        <Button
          size="small"
          onClick={() => {
            letter.beginAnew()
            onChosen()
          }}
        >
          Keep it as a new letter
        </Button>
      ) : null}
    </div>
  )
}
