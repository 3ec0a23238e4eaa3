import { useQuery } from '@tanstack/react-query'
import {
  Bookmark,
  BookmarkPlus,
  ClipboardCopy,
  ClipboardPaste,
  RefreshCw,
  Settings2,
  Sparkles,
} from 'lucide-react'
import { useState } from 'react'
import type { PresetView } from '../../../../main/contract/presets.ts'
import { useChange } from '../../app/changes.ts'
import { useCommands } from '../../app/commands.ts'
import { ask, client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast-store.ts'
import { filterOf, type JobsView, jobsQuery, PLAIN_VIEW } from './jobs-view.ts'
import { ManageViews } from './manage-views.tsx'
import { PasteFilter } from './paste-filter.tsx'
import { SaveView } from './save-view.tsx'
import { isShown, savedView } from './saved-views.ts'
import { SUGGESTED_VIEWS } from './view-suggestions.ts'

const NO_VIEWS: readonly PresetView[] = []

/** The saved views of the jobs list: shown, saved, changed, and handed on as text. */
export function ViewsMenu({ view, onChange }: { view: JobsView; onChange: (view: JobsView) => void }) {
  const presets = useQuery(ask('presets', 'list', {})).data ?? NO_VIEWS
  const [dialog, setDialog] = useState<'save' | 'manage' | 'paste' | null>(null)
  // The view that was opened last is the one that changes are kept in.
  const [openedId, setOpenedId] = useState<PresetView['id'] | null>(null)
  const save = useChange(client.presets.save)
  const shown = presets.find(preset => isShown(preset, view))
  const opened = shown ?? presets.find(preset => preset.id === openedId)
  const plain = jobsQuery(view) === jobsQuery(PLAIN_VIEW)

  const open = (preset: PresetView) => {
    setOpenedId(preset.id)
    onChange(savedView(preset))
  }
  const copy = () => {
    const work = async () => {
      const { text } = await client.search.write({ filter: filterOf(view) })
      await navigator.clipboard.writeText(text)
      toast('The filter is in the clipboard', { description: text || 'It is empty: it shows all jobs.' })
    }
    work().catch(failureToast)
  }

  useCommands([
    ...presets.map(preset => ({
      id: `view.${preset.id}`,
      title: `Show ${preset.name}`,
      group: 'Saved views',
      icon: Bookmark,
      ...(preset.shortcut === null ? {} : { shortcut: `alt+${preset.shortcut}` }),
      run: () => open(preset),
    })),
    {
      id: 'view.save',
      title: 'Save this view',
      group: 'Saved views',
      icon: BookmarkPlus,
      run: () => setDialog('save'),
    },
    {
      id: 'view.copy',
      title: 'Copy the filter as text',
      group: 'Saved views',
      icon: ClipboardCopy,
      run: copy,
    },
    {
      id: 'view.paste',
      title: 'Paste a filter from text',
      group: 'Saved views',
      icon: ClipboardPaste,
      run: () => setDialog('paste'),
    },
  ])

  const entries: MenuEntry[] = [
    ...presets.map(
      (preset): MenuEntry => ({
        label: preset.name,
        icon: Bookmark,
        checked: preset === shown,
        ...(preset.shortcut === null ? {} : { shortcut: `alt+${preset.shortcut}` }),
        onSelect: () => open(preset),
      }),
    ),
    ...(presets.length > 0
      ? []
      : [
          { heading: 'Suggestions' },
          ...SUGGESTED_VIEWS.map(
            (one): MenuEntry => ({ label: one.name, icon: Sparkles, onSelect: () => onChange(one.view) }),
          ),
        ]),
    'separator',
    { label: 'Save this view…', icon: BookmarkPlus, disabled: plain, onSelect: () => setDialog('save') },
    ...(opened && opened !== shown
      ? [
          {
            label: `Keep the changes in ${opened.name}`,
            icon: RefreshCw,
            onSelect: () =>
              save.mutate({
                presetId: opened.id,
                preset: { ...opened, filter: filterOf(view), sort: view.sort, reversed: view.reversed },
              }),
          },
        ]
      : []),
    ...(presets.length > 0
      ? [{ label: 'Manage the views…', icon: Settings2, onSelect: () => setDialog('manage') }]
      : []),
    'separator',
    { label: 'Copy as text', icon: ClipboardCopy, onSelect: copy },
    { label: 'Paste filter from text…', icon: ClipboardPaste, onSelect: () => setDialog('paste') },
  ]

  return (
    <>
      <Menu
        entries={entries}
        trigger={
          <Button icon={Bookmark} className="max-w-52" aria-label={shown ? `Views: ${shown.name}` : 'Views'}>
            <span className="truncate">{shown?.name ?? 'Views'}</span>
          </Button>
        }
      />
      <SaveView
        open={dialog === 'save'}
        view={view}
        presets={presets}
        onSaved={setOpenedId}
        onClose={() => setDialog(null)}
      />
      <ManageViews open={dialog === 'manage'} presets={presets} onClose={() => setDialog(null)} />
      <PasteFilter
        open={dialog === 'paste'}
        view={view}
        onChange={onChange}
        onClose={() => setDialog(null)}
      />
    </>
  )
}
