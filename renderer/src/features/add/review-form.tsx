import { useRef, useState } from 'react'
import type { PastedFacts } from '../../../../main/contract/by-hand.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { focusInvalid } from '../../ui/focus.ts'

/** The form's id, for the button that saves. */
export const REVIEW_FORM = 'add-review'

/** A pasted posting as the person has checked it. */
export interface ReviewedText {
  text: string
  title: string
  company: string
  location: string
  url: string | null
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+\.\S+$/i.test(text)

/** What a text says of itself, to be checked before it is saved. */
export function ReviewForm({
  text: given,
  facts,
  onSave,
}: {
  text: string
  facts: PastedFacts
  onSave: (reviewed: ReviewedText) => void
}) {
  const [title, setTitle] = useState(facts.title ?? '')
  const [company, setCompany] = useState(facts.company ?? '')
  const [location, setLocation] = useState(facts.location ?? '')
  const [url, setUrl] = useState(facts.url ?? '')
  const [text, setText] = useState(given)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const errors = {
    title: title.trim() === '' ? 'Give the job a title.' : undefined,
    company: company.trim() === '' ? 'Name the company.' : undefined,
    url:
      url.trim() !== '' && !isWebAddress(url.trim())
        ? 'An address begins with https:// or http://; leave it empty if there is none.'
        : undefined,
    text: text.trim() === '' ? 'The text of the posting is missing.' : undefined,
  }
  const shown = tried ? errors : { title: undefined, company: undefined, url: undefined, text: undefined }

  const submit = () => {
    setTried(true)
    if (Object.values(errors).every(error => error === undefined)) {
      const address = url.trim()
      onSave({
        text: text.trim(),
        title: title.trim(),
        company: company.trim(),
        location: location.trim(),
        url: address === '' ? null : address,
      })
      return
    }
    // The marks stand after the next drawing.
    focusInvalid(form.current)
  }
  return (
    <form
      ref={form}
      id={REVIEW_FORM}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
      className="flex flex-col gap-3"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Title"
          maxLength={300}
          value={title}
          error={shown.title}
          onChange={event => setTitle(event.target.value)}
        />
        <TextField
          label="Company"
          maxLength={200}
          value={company}
          error={shown.company}
          onChange={event => setCompany(event.target.value)}
        />
        <TextField
          label="Place"
          hint="Empty if the posting does not say."
          maxLength={300}
          value={location}
          onChange={event => setLocation(event.target.value)}
        />
        <TextField
          label="Web address"
          hint="Empty if there is none."
          inputMode="url"
          maxLength={4000}
          value={url}
          error={shown.url}
          onChange={event => setUrl(event.target.value)}
        />
      </div>
      <TextArea
        label="Text of the posting"
        className="[&_textarea]:max-h-56"
        value={text}
        error={shown.text}
        onChange={event => setText(event.target.value)}
      />
    </form>
  )
}
