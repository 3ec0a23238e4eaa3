import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DocumentVersion, DocumentView } from '../../../../../main/contract/documents.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { RadioGroup } from '../../../ui/toggles.tsx'
import { When } from '../../../ui/when.tsx'
import { languageName } from '../../campaigns/language-choices.ts'
import { bytesText } from '../../imports/bytes-text.ts'
import { FORMAT_LABELS } from '../document-words.ts'
import { ReadingBadge } from '../reading-badge.tsx'
import type { DocumentActs } from '../use-document-acts.ts'

/** What a document is, what it is for, and how far it is read. */
export function DocumentFacts({
  document,
  version,
  acts,
  onJob,
}: {
  document: DocumentView
  version: DocumentVersion
  acts: DocumentActs
  onJob: () => void
}) {
  const { kind, job, createdAt } = document
  const { reading } = version
  const { pages, words, language } = reading
  const size = [
    bytesText(version.bytes),
    pages === null ? '' : `${pages.toLocaleString('en')} ${pages === 1 ? 'page' : 'pages'}`,
    words === null ? '' : `${words.toLocaleString('en')} words`,
  ].filter(Boolean)
  return (
    <Section title="About it">
      <dl className="flex flex-col">
        <Fact label="What it is">
          <RadioGroup
            label="What it is"
            hideLabel
            options={[
              { value: 'resume', label: 'Résumé' },
              { value: 'cover_letter', label: 'Letter' },
            ]}
            value={kind}
            onChange={next => next !== kind && acts.setKind(document, next)}
          />
        </Fact>
        <Fact label="For">
          {job ? (
            <Link to={`/jobs/${job.jobId}`} className="text-link break-words">
              {job.title} · {job.company}
            </Link>
          ) : (
            'Any job: it is in the library'
          )}
          <span className="flex flex-wrap gap-1.5 pt-1">
            <Button size="small" onClick={onJob}>
              {job ? 'Use for another job' : 'Use for one job'}
            </Button>
            {job ? (
              <Button size="small" onClick={() => acts.setJob(document, null)}>
                Put into the library
              </Button>
            ) : null}
          </span>
        </Fact>
        <Fact label="Reading">
          <ReadingBadge reading={reading} />
        </Fact>
        <Fact label="File">
          {FORMAT_LABELS[version.format]} · <span className="tabular-nums">{size.join(' · ')}</span>
        </Fact>
        {language ? <Fact label="Language">{languageName(language)}</Fact> : null}
        <Fact label="Added">
          <When at={createdAt} />
        </Fact>
      </dl>
    </Section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
      <dt className="w-24 shrink-0 pt-0.5 text-sm text-ink-3">{label}</dt>
      <dd className="min-w-40 flex-1 break-words">{children}</dd>
    </div>
  )
}
