import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PresetDraft, PresetView } from '../../../../main/contract/presets.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { moved } from './columns.ts'
import { OrderList } from './order-list.tsx'
import { shortcutOf, shortcutOptions } from './save-view.tsx'

/** Names, shortcuts and order of the saved views; every change is kept at once and can be taken back. */
export function ManageViews({
  open,
  presets,
  onClose,
}: {
  open: boolean
  presets: readonly PresetView[]
  onClose: () => void
}) {
  const save = useChange(client.presets.save)
  const remove = useChange(client.presets.remove)
  const order = useChange(client.presets.order)
  const change = ({ id, ...preset }: PresetView, part: Partial<PresetDraft>) =>
    save.mutate({ presetId: id, preset: { ...preset, ...part } })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Saved views"
      description="Every change is kept at once. Ctrl+Z takes it back."
    >
      {presets.length === 0 ? (
        <p className="py-4 text-ink-2">No view is saved. Choose filters, then save the view.</p>
      ) : (
        <OrderList
          label="Saved views"
          items={presets.map(preset => ({
            key: String(preset.id),
            label: preset.name,
            face: (
              <div className="flex min-w-0 items-center gap-2 py-1">
                <NameField preset={preset} onRename={name => change(preset, { name })} />
                <Select
                  label={`Shortcut of ${preset.name}`}
                  hideLabel
                  className="w-36 shrink-0"
                  value={preset.shortcut ?? ''}
                  options={shortcutOptions(presets, preset.id)}
                  onChange={value => change(preset, { shortcut: shortcutOf(value) })}
                />
                <IconButton
                  label={`Delete ${preset.name}`}
                  icon={Trash2}
                  onClick={event => {
                    // The line goes with its button: the one that takes its place has the focus, else the dialog.
                    const line = event.currentTarget.closest('li')
                    const next = line?.nextElementSibling ?? line?.previousElementSibling
                    const goal = next?.querySelector('input') ?? line?.closest<HTMLElement>('[role="dialog"]')
                    goal?.focus()
                    remove.mutate({ presetId: preset.id })
                  }}
                />
              </div>
            ),
          }))}
          onMove={(from, to) =>
            order.mutate({ presetIds: moved(presets, from, to).map(preset => preset.id) })
          }
        />
      )}
    </Dialog>
  )
}

/** A name that is kept when the field is left or Enter is pressed; an empty one is not. */
function NameField({ preset, onRename }: { preset: PresetView; onRename: (name: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    const name = draft?.trim() ?? ''
    if (name !== '' && name !== preset.name) onRename(name)
    setDraft(null)
  }
  return (
    <TextField
      label={`Name of ${preset.name}`}
      hideLabel
      className="flex-1"
      maxLength={60}
      value={draft ?? preset.name}
      onChange={event => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={event => event.key === 'Enter' && commit()}
    />
  )
}
