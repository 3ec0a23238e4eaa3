import type { Profile } from '../../../../main/contract/profile.ts'
import { AddWords } from './add-words.tsx'
import { Chips } from './chips.tsx'

type Places = Profile['preferred_locations']

/** Places where the person would work; a comma belongs to the place. */
export function PlacesField({
  value,
  onChange,
  error,
}: {
  value: Places
  onChange: (value: Places) => void
  error: string | undefined
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <AddWords
        label="Preferred places"
        hint="Towns, regions or countries, with their country where there are several: Leeds, GB. Or Remote."
        placeholder="Leeds, GB"
        separators={/[;\n]/}
        error={error}
        onAdd={words => {
          const known = new Set(value.map(place => place.toLowerCase()))
          const fresh = words.filter(word => !known.has(word.toLowerCase()) && known.add(word.toLowerCase()))
          if (fresh.length > 0) onChange([...value, ...fresh])
        }}
      />
      <Chips
        label="Preferred places: chosen"
        values={value}
        onRemove={place => onChange(value.filter(other => other !== place))}
      />
    </div>
  )
}
