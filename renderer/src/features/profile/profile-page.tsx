import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Download, FileUp, UserRound } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useChange } from '../../app/changes.ts'
import { useCommands } from '../../app/commands.ts'
import { ask, client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { LeaveGuard } from '../campaigns/leave-guard.tsx'
import { ReviewHistory } from '../documents/review/review-history.tsx'
import { saveTextFile } from './download.ts'
import { ProfileForm } from './profile-form.tsx'
import { isBlank } from './profile-words.ts'
import { ResumeDialog } from './resume-dialog.tsx'
import { useResumeDrop } from './use-resume-drop.tsx'

const FORM = 'profile-form'

/** `/profile`: what the person says of themselves, for matching and for their resume. */
export function ProfilePage() {
  const { data, error, refetch } = useQuery(ask('profile', 'get', {}))
  const save = useChange(client.profile.save, () => {})
  const dirty = useRef(false)
  const setDirty = useCallback((now: boolean) => {
    dirty.current = now
  }, [])
  const [begun, setBegun] = useState(false)
  /** The resume that is imported: a file or a text from outside, null: still to be given; undefined: none. */
  const [importing, setImporting] = useState<File | null>()

  const openImport = (file: File | null) => {
    if (dirty.current) {
      toast('Save your changes first', { description: 'Then the resume is compared with what you typed.' })
      return
    }
    setImporting(file)
  }
  const dragging = useResumeDrop(openImport)
  const exportResume = async () => {
    try {
      const { fileName, text } = await client.profile.exportResume({})
      saveTextFile(fileName, text, 'application/json')
      toast(`${fileName} was handed to your downloads`, {
        ...(dirty.current ? { description: 'What is not saved yet is not in it.' } : {}),
      })
    } catch (failure) {
      failureToast(failure)
    }
  }
  const group = 'Profile'
  useCommands([
    {
      id: 'profile.import',
      title: 'Import a resume',
      group,
      icon: FileUp,
      keywords: 'json resume cv',
      run: () => openImport(null),
    },
    {
      id: 'profile.export',
      title: 'Export the profile as JSON Resume',
      group,
      icon: Download,
      keywords: 'json resume cv download',
      run: () => void exportResume(),
    },
    {
      id: 'profile.save',
      title: 'Save the profile',
      group,
      shortcut: 'mod+s',
      run: () => document.querySelector<HTMLFormElement>(`#${FORM}`)?.requestSubmit(),
    },
  ])

  const empty = data !== undefined && isBlank(data) && !begun
  return (
    <Page
      title="Profile"
      lead="What jobs are matched with. It stays on this computer."
      fill
      action={
        data && !empty ? (
          <>
            <Menu
              align="end"
              trigger={
                <Button>
                  Resume
                  <ChevronDown aria-hidden className="-mr-1 size-4 text-ink-3" />
                </Button>
              }
              entries={[
                { label: 'Import a JSON Resume', icon: FileUp, onSelect: () => openImport(null) },
                {
                  label: 'Export as JSON Resume',
                  icon: Download,
                  onSelect: () => void exportResume(),
                },
              ]}
            />
            <Button look="primary" type="submit" form={FORM} busy={save.isPending}>
              Save changes
            </Button>
          </>
        ) : null
      }
    >
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows label="Loading the profile" /> : null}
        {empty ? (
          <EmptyState
            icon={UserRound}
            title="Nothing is known of you yet"
            action={
              <div className="flex flex-col items-center gap-3">
                <Button
                  look="primary"
                  onClick={() => {
                    setBegun(true)
                    focusFirstField()
                  }}
                >
                  Fill in the profile
                </Button>
                <Button look="quiet" icon={FileUp} onClick={() => openImport(null)}>
                  Or import a JSON Resume
                </Button>
              </div>
            }
          >
            Say which skills you have, where you want to work and how experienced you are. Every job is then
            matched with it: 50 points for the tech stack, 30 for the location, 20 for the experience.
          </EmptyState>
        ) : null}
        {data && !empty ? (
          <div className="px-4 py-4 sm:px-6">
            <ProfileForm
              id={FORM}
              saved={data}
              onDirty={setDirty}
              onSave={async profile => {
                const { undo } = await save.mutateAsync(profile)
                if (!undo) toast('Nothing had changed')
              }}
            />
          </div>
        ) : null}
        {data ? (
          <div className="max-w-[50rem] px-4 pb-16 sm:px-6">
            <ReviewHistory />
          </div>
        ) : null}
      </div>
      {importing === undefined ? null : (
        <ResumeDialog
          file={importing}
          onClose={() => setImporting(undefined)}
          onTaken={() => setBegun(true)}
        />
      )}
      {dragging}
      <LeaveGuard
        dirty={dirty}
        description="What was typed in the profile would be gone. What was saved before stays."
      />
    </Page>
  )
}

/** The focus to the form's first field, as soon as it stands. */
function focusFirstField(frames = 30): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`#${FORM} input`)
    if (field) field.focus()
    else if (frames > 0) focusFirstField(frames - 1)
  })
}
