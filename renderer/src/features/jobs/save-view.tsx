import { useState } from 'react'
import type { Contract } from '../../../../main/contract/api.ts'
import type { InputOf } from '../../../../main/contract/define.ts'
import type { PresetShortcut, PresetView } from '../../../../main/contract/presets.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { filterOf, type JobsView } from './jobs-view.ts'
import { freeShortcut, SHORTCUTS } from './saved-views.ts'

/** Words for the digit of a view, as options; those that open another one say so. */
export function shortcutOptions(presets: readonly PresetView[], own: PresetView['id'] | null) {
  return [
    { value: '', label: 'No shortcut' },
    ...SHORTCUTS.map(digit => {
      const other = presets.find(preset => preset.shortcut === digit && preset.id !== own)
      return { value: digit as string, label: other ? `Alt+${digit} (now ${other.name})` : `Alt+${digit}` }
    }),
  ]
}

export const shortcutOf = (value: string): PresetShortcut | null =>
  SHORTCUTS.find(digit => digit === value) ?? null

/** Gives the view that is shown a name. A name that is there already can be given to this view instead. */
export function SaveView(props: {
  open: boolean
  view: JobsView
  presets: readonly PresetView[]
  onSaved: (presetId: PresetView['id']) => void
  onClose: () => void
}) {
  // A form of its own each time, so that it begins empty.
  return props.open ? <SaveForm {...props} /> : null
}

function SaveForm({
  view,
  presets,
  onSaved,
  onClose,
}: {
  view: JobsView
  presets: readonly PresetView[]
  onSaved: (presetId: PresetView['id']) => void
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const [shortcut, setShortcut] = useState<string>(freeShortcut(presets) ?? '')
  const [error, setError] = useState<string | undefined>()
  const save = useChange(
    async (input: InputOf<Contract['presets']['save']>) => {
      const answer = await client.presets.save(input)
      onSaved(answer.presetId)
      onClose()
      return answer
    },
    problem => setError(errorOf(problem).message),
  )
  const same = presets.find(preset => preset.name.toLowerCase() === name.trim().toLowerCase())
  const submit = () => {
    if (name.trim() === '') {
      setError('Give the view a name.')
      return
    }
    save.mutate({
      presetId: same?.id ?? null,
      preset: {
        name,
        filter: filterOf(view),
        sort: view.sort,
        reversed: view.reversed,
        shortcut: shortcutOf(shortcut),
      },
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save this view"
      description="Its filters, its words and its order come back with one press."
      width="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="save-view" busy={save.isPending}>
            {same ? `Replace ${same.name}` : 'Save the view'}
          </Button>
        </>
      }
    >
      <form
        id="save-view"
        noValidate
        className="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label="Name"
          maxLength={60}
          value={name}
          error={error}
          hint={same ? 'A view of this name is there; it will show these jobs instead.' : undefined}
          onChange={event => {
            setName(event.target.value)
            setError(undefined)
          }}
        />
        <Select
          label="Shortcut"
          value={shortcut}
          options={shortcutOptions(presets, same?.id ?? null)}
          onChange={setShortcut}
        />
      </form>
    </Dialog>
  )
}
