import { Building2, FileUp, type LucideIcon, Sparkle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useCommands } from '../../app/commands.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { updateSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Logo } from '../../ui/logo.tsx'
import { setPageTitle } from '../../ui/page-title.ts'
import { toast } from '../../ui/toast-store.ts'
import { openImport } from '../imports/import-opener.ts'
import { FollowBoard } from './follow-board.tsx'

/** The first look at an empty Rolecall: three ways to begin, and one to begin with nothing. `loading`: the sample comes. */
export function WelcomePage({
  loading,
  onLoading,
}: {
  loading: boolean
  onLoading: (loading: boolean) => void
}) {
  const navigate = useNavigate()
  const [following, setFollowing] = useState(false)
  useEffect(() => {
    setPageTitle('Welcome')
  }, [])

  const importFile = () => openImport()
  const loadSample = async () => {
    onLoading(true)
    try {
      const { jobs } = await client.sample.load({})
      await updateSettings({ welcomeDone: true })
      toast(`${jobs.toLocaleString('en')} sample jobs are ready`, { tone: 'good' })
      await navigate('/jobs')
    } catch (error) {
      failureToast(error)
    } finally {
      onLoading(false)
    }
  }
  useCommands([
    { id: 'welcome.import', title: 'Import a file', group: 'Begin', icon: FileUp, run: importFile },
    {
      id: 'welcome.follow',
      title: "Follow a company's job board",
      group: 'Begin',
      icon: Building2,
      run: () => setFollowing(true),
    },
    {
      id: 'welcome.sample',
      title: 'Look at sample data',
      group: 'Begin',
      icon: Sparkle,
      run: () => void loadSample(),
    },
  ])

  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-12 sm:py-20">
      <header className="flex flex-col gap-2">
        <Logo className="size-8 text-accent" />
        <h1 className="text-2xl font-semibold tracking-tight">Welcome to Rolecall</h1>
        <p className="max-w-xl text-lg text-ink-2">
          It collects postings, works out what they leave unsaid, and ranks them with a score that explains
          itself. Everything stays on this computer.
        </p>
      </header>
      <ul className="flex flex-col overflow-hidden rounded border border-line bg-surface">
        <Way
          icon={FileUp}
          title="Import a file"
          text="JSON, JSON lines or CSV with postings. The columns are shown before anything is stored."
          verb="Choose a file"
          primary
          onGo={importFile}
        />
        <Way
          icon={Building2}
          title="Follow a company's job board"
          text="Paste the address of its careers page. Its postings are collected every day."
          verb="Follow a board"
          onGo={() => setFollowing(true)}
        />
        <Way
          icon={Sparkle}
          title="Look at sample data"
          text="Two campaigns and invented postings, to see how it works."
          verb="Load the sample"
          busy={loading}
          onGo={loadSample}
        />
      </ul>
      <div>
        <Button look="quiet" className="-ml-3" onClick={() => void updateSettings({ welcomeDone: true })}>
          Begin with nothing
        </Button>
      </div>
      <FollowBoard open={following} onClose={() => setFollowing(false)} />
    </div>
  )
}

function Way({
  icon: Icon,
  title,
  text,
  verb,
  primary = false,
  busy = false,
  onGo,
}: {
  icon: LucideIcon
  title: string
  text: string
  verb: string
  primary?: boolean
  busy?: boolean
  onGo: () => void
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line p-4 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.5} />
      <div className="min-w-52 flex-1">
        <h2 className="text-base font-semibold">{title}</h2>
        <p className="text-sm text-ink-2">{text}</p>
      </div>
      <Button
        look={primary ? 'primary' : 'plain'}
        busy={busy}
        onClick={onGo}
        className="w-36 max-[30rem]:ml-9"
      >
        {verb}
      </Button>
    </li>
  )
}
