import { type FormEvent, useRef, useState } from 'react'
import type { SourceField, SourceKind } from '../../../../../main/contract/sources.ts'
import { errorText } from '../../../app/error-text.ts'
import { errorOf } from '../../../transport/client.ts'
import { TextField } from '../../../ui/field.tsx'
import { focusInvalid } from '../../../ui/focus.ts'
import { Select } from '../../../ui/select.tsx'
import { KeyField, KeyWarning } from '../key-field.tsx'
import { boardWords } from '../source-words.ts'
import { useSecrets } from '../use-secrets.ts'
import { UseIn } from './paste-form.tsx'
import { addSource, type ChosenCampaigns, type Line, testAdded } from './use-adding.ts'

export const KIND_FORM = 'add-source-kind'

/** What one kind of source needs: its fields, its keys, the campaigns. Errors stand at their fields. */
export function KindForm({
  kind,
  campaigns,
  onBusy,
  onAdded,
}: {
  kind: SourceKind
  campaigns: ChosenCampaigns
  onBusy: (busy: boolean) => void
  onAdded: (lines: readonly Line[]) => void
}) {
  const secrets = useSecrets()
  const [values, setValues] = useState<Record<string, string>>({})
  const [keys, setKeys] = useState<Record<string, string>>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const form = useRef<HTMLFormElement>(null)
  const wanted = kind.keys.filter(need => !secrets.has(kind.kind, need.name))

  const show = (next: Record<string, string>) => {
    setErrors(next)
    focusInvalid(form.current)
  }
  const write = (name: string, value: string) => {
    setValues({ ...values, [name]: value })
    setErrors(({ [name]: _gone, ...rest }) => rest)
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const missing = Object.fromEntries([
      ...kind.fields
        .filter(field => field.required && (values[field.name] ?? firstOption(field)).trim() === '')
        .map(field => [field.name, `Enter this: ${kind.label} cannot be asked without it.`]),
      ...wanted
        .filter(need => (keys[need.name] ?? '').trim() === '')
        .map(need => [
          `key.${need.name}`,
          `Enter your ${need.label}; ${kind.label} does not answer without it.`,
        ]),
    ])
    if (Object.keys(missing).length > 0) return show(missing)
    onBusy(true)
    try {
      for (const need of wanted) await secrets.set(kind.kind, need.name, keys[need.name] ?? '')
      const { sourceId, label, outcome } = await addSource(
        { kind: kind.kind, config: configOf(kind, values) },
        campaigns.ids,
      )
      const lines: Line[] = [{ text: label, outcome, words: boardWords(label, kind), sourceId }]
      onAdded(lines)
      testAdded(lines, campaigns.ids)
    } catch (thrown) {
      const error = errorOf(thrown)
      const field = error.field?.replace(/^config\./, '') ?? ''
      const known = kind.fields.some(one => one.name === field) ? field : (kind.fields[0]?.name ?? '')
      const { what, kept, todo } = errorText(error)
      show(
        error.code === 'bad_input'
          ? { [known]: error.message }
          : { '': `${error.message || what} ${kept} ${todo}` },
      )
    } finally {
      onBusy(false)
    }
  }

  return (
    <form
      id={KIND_FORM}
      ref={form}
      noValidate
      onSubmit={event => void add(event)}
      className="flex flex-col gap-4"
    >
      {errors[''] ? (
        <p role="alert" className="rounded border border-bad bg-bad-soft px-3 py-2 text-sm">
          {errors['']}
        </p>
      ) : null}
      {kind.fields.map(field => {
        const shared = {
          label: field.required ? field.label : `${field.label} (optional)`,
          hint: field.hint,
          error: errors[field.name],
        }
        return field.options ? (
          <Select
            key={field.name}
            {...shared}
            options={[...(field.required ? [] : [{ value: '', label: 'Not chosen' }]), ...field.options]}
            value={values[field.name] ?? firstOption(field)}
            onChange={value => write(field.name, value)}
          />
        ) : (
          <TextField
            key={field.name}
            {...shared}
            placeholder={field.placeholder}
            spellCheck={false}
            value={values[field.name] ?? ''}
            onChange={event => write(field.name, event.target.value)}
          />
        )
      })}
      {wanted.map(need => (
        <KeyField
          key={need.name}
          need={need}
          value={keys[need.name] ?? ''}
          error={errors[`key.${need.name}`]}
          onChange={value => {
            setKeys({ ...keys, [need.name]: value })
            setErrors(({ [`key.${need.name}`]: _gone, ...rest }) => rest)
          }}
        />
      ))}
      {wanted.length < kind.keys.length ? (
        <p className="text-sm text-ink-2">The key that you entered for {kind.label} is used.</p>
      ) : null}
      {kind.keys.length > 0 ? <KeyWarning warning={secrets.warning} /> : null}
      {wanted.length > 0 && secrets.warning === null ? (
        <p className="text-xs text-ink-3">Keys are {secrets.place} and never shown again.</p>
      ) : null}
      <UseIn campaigns={campaigns} />
    </form>
  )
}

/** What a choice stands on before it is touched, where one is needed: the person's own country, else the first. */
function firstOption(field: SourceField): string {
  if (!field.required || !field.options) return ''
  const region = new Intl.Locale(navigator.language).region
  const own = field.options.find(option => option.value.toUpperCase() === region)
  return (own ?? field.options[0])?.value ?? ''
}

/** The fields that hold something. */
function configOf(kind: SourceKind, values: Readonly<Record<string, string>>): Record<string, string> {
  const filled = kind.fields.map(
    field => [field.name, (values[field.name] ?? firstOption(field)).trim()] as const,
  )
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}
