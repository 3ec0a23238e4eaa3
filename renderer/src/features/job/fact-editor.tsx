import { type FormEvent, useEffect, useRef, useState } from 'react'
import { SALARY_PERIOD_SUFFIXES } from '../../../../main/contract/labels.ts'
import { SALARY_PERIODS } from '../../../../main/contract/values.ts'
import { TextField } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { countryChoices, currencyChoices } from '../campaigns/choices.ts'
import { EditorFrame, type FactEditorProps } from './editor-frame.tsx'
import { choicesOf } from './fact-choices.ts'
import { draftOf, editsOf, type FactDraft, nothingStated, type Problem, saysTheSame } from './fact-edits.ts'
import { SkillsEditor } from './skills-editor.tsx'

/** The form of one fact, in place. Esc leaves it; what was typed stays until it is saved or left. */
export function FactEditor(props: FactEditorProps) {
  const { line } = props
  if (line.key === 'skills') return <SkillsEditor {...props} />
  return <TypedEditor {...props} />
}

function TypedEditor(props: FactEditorProps) {
  const { line, busy, saveLabel, onSave, onClose, onClear } = props
  const [draft, setDraft] = useState(() => draftOf(line.values))
  const [choice, setChoice] = useState(() => String(line.values[line.fields[0] ?? 'job_type'] ?? ''))
  const [own, setOwn] = useState<Problem | null>(null)
  const [touched, setTouched] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // A problem that the core named is gone as soon as the person goes on typing.
  const problem = own ?? (touched ? null : props.problem)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input,select')?.focus()
  }, [])
  useEffect(() => {
    if (props.problem) setTouched(false)
  }, [props.problem])
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problem])

  const put = (change: Partial<FactDraft>) => {
    setDraft({ ...draft, ...change })
    setOwn(null)
    setTouched(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (busy) return
    // A number field keeps what is no number to itself and says so.
    const invalid = form.current?.querySelector<HTMLElement>('input[aria-invalid]')
    if (invalid && own === null && (touched || props.problem === null)) return invalid.focus()
    const { key } = line
    const result =
      key === 'salary' || key === 'place' || key === 'years'
        ? editsOf(key, draft)
        : { edits: Object.fromEntries(line.fields.map(field => [field, choice || null])) }
    if ('problem' in result) setOwn(result.problem)
    else if (saysTheSame(result.edits, line.values)) onClose()
    else onSave(result.edits)
  }
  const errorAt = (field: Problem['field']) => (problem?.field === field ? problem.message : undefined)
  return (
    <EditorFrame
      ref={form}
      label={line.label}
      onSubmit={submit}
      onClose={onClose}
      busy={busy}
      saveLabel={saveLabel}
      onNothing={() => onSave(nothingStated(line.fields))}
      onClear={onClear}
    >
      {line.key === 'salary' ? <SalaryFields draft={draft} put={put} errorAt={errorAt} /> : null}
      {line.key === 'place' ? <PlaceFields draft={draft} put={put} errorAt={errorAt} /> : null}
      {line.key === 'years' ? <YearsFields draft={draft} put={put} errorAt={errorAt} /> : null}
      {choicesOf(line.key).length > 0 ? (
        <Select
          label={line.label}
          hideLabel
          value={choice}
          error={line.fields[0] && errorAt(line.fields[0])}
          options={[{ value: '', label: 'Not stated' }, ...choicesOf(line.key)]}
          onChange={setChoice}
        />
      ) : null}
    </EditorFrame>
  )
}

interface FieldsProps {
  draft: FactDraft
  put: (change: Partial<FactDraft>) => void
  errorAt: (field: Problem['field']) => string | undefined
}

const PERIODS = [
  { value: '', label: 'Period not stated' },
  ...SALARY_PERIODS.map(period => ({ value: period, label: SALARY_PERIOD_SUFFIXES[period] })),
]

function SalaryFields({ draft, put, errorAt }: FieldsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <NumberField
          label="From"
          min={0}
          max={1_000_000_000}
          value={draft.low}
          error={errorAt('salary_low')}
          onChange={low => put({ low })}
        />
        <NumberField
          label="To"
          min={0}
          max={1_000_000_000}
          value={draft.high}
          error={errorAt('salary_high')}
          onChange={high => put({ high })}
        />
      </div>
      <Select
        label="Currency"
        hideLabel
        value={draft.currency}
        error={errorAt('compensation_currency')}
        options={currencyChoices('Currency not stated')}
        onChange={currency => put({ currency })}
      />
      <Select
        label="Paid for"
        hideLabel
        value={draft.period}
        error={errorAt('salary_period')}
        options={PERIODS}
        onChange={period => put({ period })}
      />
    </>
  )
}

function PlaceFields({ draft, put, errorAt }: FieldsProps) {
  return (
    <>
      <TextField
        label="City"
        maxLength={120}
        value={draft.city}
        error={errorAt('office_city')}
        onChange={event => put({ city: event.target.value })}
      />
      <TextField
        label="Region"
        maxLength={120}
        value={draft.province}
        error={errorAt('office_province')}
        onChange={event => put({ province: event.target.value })}
      />
      <Select
        label="Country"
        value={draft.country}
        error={errorAt('office_country')}
        options={countryChoices('Not stated')}
        onChange={country => put({ country })}
      />
    </>
  )
}

function YearsFields({ draft, put, errorAt }: FieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-2">
      <NumberField
        label="From, in years"
        min={0}
        max={60}
        value={draft.yearsLow}
        error={errorAt('years_low')}
        onChange={yearsLow => put({ yearsLow: yearsLow === null ? null : Math.round(yearsLow) })}
      />
      <NumberField
        label="To, in years"
        min={0}
        max={60}
        value={draft.yearsHigh}
        error={errorAt('years_high')}
        onChange={yearsHigh => put({ yearsHigh: yearsHigh === null ? null : Math.round(yearsHigh) })}
      />
    </div>
  )
}
