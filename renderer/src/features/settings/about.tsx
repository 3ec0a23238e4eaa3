import { useQuery } from '@tanstack/react-query'
import { ask } from '../../app/core.ts'
import { Logo } from '../../ui/logo.tsx'
import { Section } from '../../ui/page.tsx'
import type { ShellInfo } from './background.tsx'

/** Which Rolecall this is. */
export function About({ shell }: { shell: ShellInfo | undefined }) {
  const { data } = useQuery(ask('system', 'info', {}))
  const kind = shell?.kind === 'desktop' ? 'Desktop' : 'Browser'
  return (
    <Section title="About">
      <div className="flex items-center gap-3">
        <Logo className="size-8 text-accent" />
        <div className="text-sm">
          <div className="font-medium">Rolecall {data?.version}</div>
          <div className="text-ink-2">{shell ? `${kind} shell on ${shell.platform}` : null}</div>
        </div>
      </div>
      {data?.notices.map(notice => (
        <p key={notice.code} className="mt-2 text-sm text-ink-2">
          {notice.message}
        </p>
      ))}
    </Section>
  )
}
