import { useMemo } from 'react'
import type { Profile } from '../../../../main/contract/profile.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { countryChoices } from '../campaigns/choices.ts'
import { Chips } from './chips.tsx'
import { EUROPEAN_UNION } from './choices.ts'

type Permits = Profile['work_authorisation']

const names = new Intl.DisplayNames('en', { type: 'region' })
const nameOf = (code: string): string => names.of(code) ?? code

/** Countries where the person may work without a sponsor. */
export function PermitsField({
  value,
  onChange,
  error,
}: {
  value: Permits
  onChange: (value: Permits) => void
  error: string | undefined
}) {
  const all = useMemo(() => countryChoices('Add a country'), [])
  const europe = EUROPEAN_UNION.filter(code => !value.includes(code))
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        label="You may work without a sponsor in"
        hint="Jobs elsewhere count less, unless they offer sponsorship. Leave it empty if it does not matter."
        className="max-w-xs"
        options={all.filter(option => !value.includes(option.value))}
        value=""
        onChange={code => code !== '' && onChange([...value, code])}
        error={error}
      />
      {europe.length > 0 && value.some(code => EUROPEAN_UNION.includes(code)) ? (
        <Button size="small" className="self-start" onClick={() => onChange([...value, ...europe])}>
          Add the whole European Union
        </Button>
      ) : null}
      <Chips
        label="Countries: chosen"
        values={value}
        nameOf={nameOf}
        onRemove={code => onChange(value.filter(other => other !== code))}
      />
    </div>
  )
}
