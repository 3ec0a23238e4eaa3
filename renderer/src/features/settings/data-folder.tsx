import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Copy, FolderOpen, TriangleAlert } from 'lucide-react'
import { ask, client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast-store.ts'
import type { ShellInfo } from './background.tsx'

const FACES = {
  green: { icon: CircleCheck, colour: 'text-good', word: 'Good' },
  amber: { icon: TriangleAlert, colour: 'text-warn', word: 'Attention' },
  red: { icon: CircleAlert, colour: 'text-bad', word: 'Trouble' },
}

/** Where everything is kept, and whether it is well. */
export function DataFolder({ shell }: { shell: ShellInfo | undefined }) {
  const info = useQuery(ask('system', 'info', {}))
  const health = useQuery(ask('system', 'health', {}))
  const dataDir = info.data?.dataDir
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(() => toast('The path is in the clipboard'), failureToast)
  return (
    <Section title="Data" lead="One folder on this computer holds everything.">
      <div className="flex flex-col gap-3">
        {dataDir ? (
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 flex-1 basis-60 rounded border border-line bg-sunken px-2.5 py-1.5 font-sans text-sm break-all select-all">
              {dataDir}
            </code>
            <Button icon={Copy} onClick={() => void copy(dataDir)}>
              Copy
            </Button>
            {shell?.canOpenFolder ? (
              <Button icon={FolderOpen} onClick={() => client.shell.openDataFolder({}).catch(failureToast)}>
                Open folder
              </Button>
            ) : null}
          </div>
        ) : null}
        {shell?.secretsWarning ? (
          <p className="flex items-start gap-2 rounded bg-warn-soft px-3 py-2 text-sm">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            {shell.secretsWarning}
          </p>
        ) : null}
        <ul className="flex flex-col gap-1.5">
          {health.data?.checks.map(check => {
            const { icon: Icon, colour, word } = FACES[check.state]
            return (
              <li key={check.name} className="flex items-start gap-2 text-sm">
                <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} strokeWidth={1.75} />
                <span>
                  <span className="sr-only">{word}: </span>
                  <span className="font-medium first-letter:uppercase inline-block">{check.name}</span>{' '}
                  <span className="text-ink-2">
                    {check.advice ? `${sentence(check.message)} ${check.advice}` : check.message}
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </Section>
  )
}

/** With the stop that parts it from what follows. */
const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)
