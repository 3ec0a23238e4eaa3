import { ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { type DocumentVersion, MOST_PAGES } from '../../../../../main/contract/documents.ts'
import type { DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { IconButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/toggles.tsx'
import { FindField } from './find-field.tsx'
import { PagesView } from './pages-view.tsx'
import { TextView } from './text-view.tsx'
import { zoomAfter } from './zoom.ts'

/** States in which a PDF has no pages that could be drawn. */
const NOT_DRAWN = ['locked', 'damaged', 'refused']

/**
 * A version to look at: the pages of a PDF as pictures or its words, other formats as words. `find`: words to be shown
 * where they stand in it.
 */
export function Viewer({ version, title, find }: { version: DocumentVersion; title: string; find: string }) {
  const { versionId, format, reading } = version
  const [wanted, setWanted] = useState<'pages' | 'text'>(find === '' ? 'pages' : 'text')
  const [words, setWords] = useState(find)
  const [place, setPlace] = useState(0)
  const [count, setCount] = useState<number | null>(null)
  // Another version may have fewer places.
  const at = count === null ? place : Math.max(0, Math.min(place, count - 1))
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState(1)
  /** The version whose pages could not be drawn. */
  const [undrawn, setUndrawn] = useState<DocumentVersionId | null>(null)
  const hasText = reading.state === 'read'
  // Of a file that was unlocked the words are known, and its pages stay locked.
  const instead = undrawn === versionId && hasText
  const drawn = format === 'pdf' && !NOT_DRAWN.includes(reading.state) && !instead
  const shown = drawn && (wanted === 'pages' || !hasText) ? 'pages' : hasText ? 'text' : null
  // Until the file is read its first page is all that is known to be there.
  const pages = Math.min(reading.pages ?? 1, MOST_PAGES)
  const turn = (step: 1 | -1) => setZoom(now => zoomAfter(now, step))
  if (shown === null)
    return (
      <p className="px-4 py-8 text-center text-sm text-ink-3">
        {reading.state === 'waiting' || reading.state === 'reading'
          ? 'What it says stands here as soon as it is read.'
          : 'There is nothing to show of it. It can be downloaded as it is.'}
      </p>
    )
  return (
    <div className="flex min-w-0 flex-col">
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
        {drawn && hasText ? (
          <RadioGroup
            label="Show as"
            hideLabel
            options={[
              { value: 'pages', label: 'Pages' },
              { value: 'text', label: 'Text' },
            ]}
            value={wanted}
            onChange={setWanted}
          />
        ) : (
          <span className="text-sm text-ink-2">{shown === 'pages' ? 'Pages' : 'Text'}</span>
        )}
        {shown === 'pages' ? (
          <>
            <span className="text-sm text-ink-2 tabular-nums">
              Page {Math.min(page, pages)} of {reading.pages ?? pages}
            </span>
            <span className="flex-1" />
            <span className="flex items-center gap-1">
              <IconButton
                label="Zoom out"
                icon={ZoomOut}
                disabled={zoom === zoomAfter(zoom, -1)}
                onClick={() => turn(-1)}
              />
              <span className="w-11 text-center text-sm text-ink-2 tabular-nums">
                {Math.round(zoom * 100)} %
              </span>
              <IconButton
                label="Zoom in"
                icon={ZoomIn}
                disabled={zoom === zoomAfter(zoom, 1)}
                onClick={() => turn(1)}
              />
            </span>
          </>
        ) : (
          <FindField
            words={words}
            count={count}
            place={at}
            onWords={now => {
              setWords(now)
              setPlace(0)
            }}
            onPlace={setPlace}
          />
        )}
      </div>
      {instead ? (
        <p role="status" className="border-b border-line bg-sunken px-4 py-2 text-sm text-ink-2">
          Its pages cannot be drawn here; these are its words. The file itself can be downloaded.
        </p>
      ) : null}
      {shown === 'pages' ? (
        <PagesView
          key={versionId}
          versionId={versionId}
          title={title}
          pages={pages}
          zoom={zoom}
          onPage={setPage}
          onZoom={turn}
          onFail={() => setUndrawn(versionId)}
        />
      ) : (
        <TextView
          versionId={versionId}
          title={title}
          markdown={format === 'md'}
          finding={{ words, place: at, onCount: setCount }}
        />
      )}
    </div>
  )
}
