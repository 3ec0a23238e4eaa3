import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ask } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { chipsOf } from './filter-words.ts'
import { type JobsView, viewOf } from './jobs-view.ts'
import { useNames } from './use-names.ts'

interface PasteProps {
  open: boolean
  view: JobsView
  onChange: (view: JobsView) => void
  onClose: () => void
}

/** A filter from a text that somebody sent; says what it means, and what of it is not understood, before it is used. */
export function PasteFilter(props: PasteProps) {
  return props.open ? <PasteForm {...props} /> : null
}

function PasteForm({ view, onChange, onClose }: PasteProps) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const { data, error } = useQuery({
    ...ask('search', 'read', { text: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const read = asked === '' || !data ? null : viewOf(data.filter, view.sort, view.reversed)
  const names = useNames(read ?? view, undefined)
  const meaning = read
    ? [
        ...chipsOf(read, names).map(chip => chip.words),
        ...(read.text.trim() === '' ? [] : [`the words “${read.text.trim()}”`]),
      ]
    : []
  return (
    <Dialog
      open
      onClose={onClose}
      title="Paste a filter"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={read === null}
            onClick={() => {
              if (read) onChange(read)
              onClose()
            }}
          >
            Use the filter
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextArea
          label="Filter as text"
          placeholder="remote:remote salary:>100000usd @applied data engineer"
          maxLength={10_000}
          spellCheck={false}
          value={text}
          error={error ? errorOf(error).message : undefined}
          onChange={event => setText(event.target.value)}
        />
        <div role="status" className="min-h-12 text-sm">
          {read === null ? (
            <p className="text-ink-3">What it means is shown here before it is used.</p>
          ) : (
            <>
              <p>{meaning.length === 0 ? 'It narrows nothing.' : `Understood: ${meaning.join(', ')}.`}</p>
              {data && data.ignored.length > 0 ? (
                <p className="text-warn">Not understood and left out: {data.ignored.join(', ')}.</p>
              ) : null}
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}
