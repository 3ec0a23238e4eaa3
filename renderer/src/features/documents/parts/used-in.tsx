import { Link } from 'react-router'
import type { DocumentView } from '../../../../../main/contract/documents.ts'
import { Section } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { When } from '../../../ui/when.tsx'

/** The applications that a document went with, or will go with. */
export function UsedIn({ document: { usedIn, used } }: { document: DocumentView }) {
  return (
    <Section title="Applications">
      {usedIn.length === 0 ? (
        <p className="text-sm text-ink-2">
          It goes with no application yet. It is attached on the page of an application.
        </p>
      ) : (
        <ul aria-label="Applications" className="flex flex-col">
          {usedIn.map(use => (
            <li key={`${use.jobId} ${use.versionId}`} className="border-b border-line py-2 last:border-b-0">
              <p>
                <Link to={`/jobs/${use.jobId}`} className="text-link break-words">
                  {use.title} · {use.company}
                </Link>
              </p>
              <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
                <StatusBadge status={use.status} />
                <span>
                  Version {use.version},{' '}
                  {use.sentAt ? (
                    <>
                      sent <When at={use.sentAt} />
                    </>
                  ) : (
                    'not sent yet'
                  )}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {used > usedIn.length ? (
        <p className="pt-1 text-sm text-ink-2">and {(used - usedIn.length).toLocaleString('en')} more</p>
      ) : null}
    </Section>
  )
}
