import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CompanyEdit, CompanyView } from '../../../../main/contract/companies.ts'
import { COMPANY_SIZE_LABELS } from '../../../../main/contract/labels.ts'
import { COMPANY_SIZES, CompanySize } from '../../../../main/contract/values.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'

type Draft = Record<'website' | 'industry' | 'size_range' | 'headquarters', string>

const draftOf = (company: CompanyView): Draft => {
  const value = (name: keyof Draft) => String(company.facts.find(fact => fact.name === name)?.value ?? '')
  return {
    website: value('website'),
    industry: value('industry'),
    size_range: value('size_range'),
    headquarters: value('headquarters'),
  }
}

/** What changed only: a fact that was left alone keeps its origin. */
function changesOf(before: Draft, after: Draft): CompanyEdit {
  const text = (name: 'website' | 'industry' | 'headquarters') =>
    before[name] === after[name].trim() ? {} : { [name]: after[name].trim() || null }
  const size = CompanySize.safeParse(after.size_range)
  return {
    ...text('website'),
    ...text('industry'),
    ...text('headquarters'),
    ...(before.size_range === after.size_range ? {} : { size_range: size.success ? size.data : null }),
  }
}

/** Facts entered by hand; they win over what postings and look-ups say. */
export function CompanyEditor({
  company,
  open,
  onClose,
}: {
  company: CompanyView
  open: boolean
  onClose: () => void
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Facts of ${company.name}`}
      description="What you enter wins over postings and look-ups. What you empty stays empty."
    >
      {open ? <Form company={company} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Form({ company, onClose }: { company: CompanyView; onClose: () => void }) {
  const [before] = useState(() => draftOf(company))
  const [draft, setDraft] = useState(before)
  const [problem, setProblem] = useState<{ field: string; message: string }>()
  const form = useRef<HTMLFormElement>(null)
  const save = useChange(client.companies.edit, error => {
    const { field = '', message } = errorOf(error)
    setProblem({ field: field.replace('facts.', ''), message })
  })
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problem])
  const put = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change })
    setProblem(undefined)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const facts = changesOf(before, draft)
    if (Object.keys(facts).length === 0) onClose()
    else save.mutate({ companyId: company.id, facts }, { onSuccess: onClose })
  }
  const errorAt = (field: keyof Draft) => (problem?.field === field ? problem.message : undefined)
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label="Website"
        inputMode="url"
        placeholder="https://acme.com"
        maxLength={300}
        value={draft.website}
        error={errorAt('website')}
        onChange={event => put({ website: event.target.value })}
      />
      <TextField
        label="Industry"
        maxLength={120}
        value={draft.industry}
        error={errorAt('industry')}
        onChange={event => put({ industry: event.target.value })}
      />
      <Select
        label="Size"
        value={draft.size_range}
        options={[
          { value: '', label: 'Not stated' },
          ...COMPANY_SIZES.map(size => ({ value: size, label: COMPANY_SIZE_LABELS[size] })),
        ]}
        onChange={size_range => put({ size_range })}
      />
      <TextField
        label="Head office"
        maxLength={200}
        value={draft.headquarters}
        error={errorAt('headquarters')}
        onChange={event => put({ headquarters: event.target.value })}
      />
      <div className="flex justify-end gap-2 pt-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={save.isPending}>
          Save facts
        </Button>
      </div>
    </form>
  )
}
