import type { CompanyView } from '../../../../main/contract/companies.ts'
import { Section } from '../../ui/page.tsx'
import { OutsideLink } from './company-facts.tsx'
import { topicText } from './company-words.ts'

/** What employees said at Glassdoor: the rating, of how many reviews, and by topic. */
export function CompanyRating({ company }: { company: CompanyView }) {
  const { rating, reviewCount, ratings, factsUrl } = company
  if (rating === null && ratings.length === 0) return null
  return (
    <Section
      title="Rating"
      action={factsUrl ? <OutsideLink address={factsUrl} label="At Glassdoor" /> : null}
    >
      {rating === null ? null : (
        <p className="pb-2">
          <span className="text-2xl font-semibold tabular-nums">{rating.toFixed(1)}</span>
          <span className="text-ink-2">
            {' '}
            of 5
            {reviewCount === null
              ? null
              : ` from ${reviewCount === 1 ? '1 review' : `${reviewCount.toLocaleString('en')} reviews`}`}
          </span>
        </p>
      )}
      <dl className="flex flex-col gap-1">
        {ratings.map(({ topic, value }) => (
          <div key={topic} className="flex items-center gap-3">
            <dt className="w-44 shrink-0 text-sm text-ink-2">{topicText(topic)}</dt>
            <dd className="flex min-w-24 flex-1 items-center gap-2">
              <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-track">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${(value / 5) * 100}%` }}
                />
              </span>
              <span className="w-7 text-right text-sm tabular-nums">{value.toFixed(1)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
