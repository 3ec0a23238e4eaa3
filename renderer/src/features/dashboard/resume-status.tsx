import { FileText } from 'lucide-react'
import { Link } from 'react-router'
import type { DashboardView } from '../../../../main/contract/shapes.ts'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

/** Which résumé is kept here, and since when. */
export function ResumeStatus({ resume }: { resume: DashboardView['resume'] }) {
  return (
    <Section title="Résumé" className="h-full">
      {resume === null ? (
        <p className="text-sm text-ink-2">
          No résumé is kept here yet. Your{' '}
          <Link to="/profile" className="text-link">
            profile
          </Link>{' '}
          takes over what a JSON Resume says.
        </p>
      ) : (
        <p className="flex items-start gap-2 text-sm">
          <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
          <span className="min-w-0">
            <span className="block font-medium break-words">{resume.title}</span>
            <span className="block text-xs text-ink-2">
              Kept <When at={resume.at} />
            </span>
          </span>
        </p>
      )}
    </Section>
  )
}
