import { useMemo } from 'react'
import { type Control, Controller, type FieldErrors } from 'react-hook-form'
import type { Profile } from '../../../../main/contract/profile.ts'
import { newestFirst, resumeDateText, resumeSpanText } from '../../../../main/contract/resume-date.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { EntriesField } from './entries-field.tsx'

/** What the person did and learned: positions, schools, certificates. */

type Job = Profile['experience'][number]
type School = Profile['education'][number]
type Certificate = Profile['certificates'][number]
interface Fields {
  control: Control<Profile, unknown, Profile>
  errors: FieldErrors<Profile>
}

const JOB: Job = { company: '', title: '', start: '', end: '', place: '', bullets: [] }
const SCHOOL: School = { school: '', degree: '', start: '', end: '', place: '' }
const CERTIFICATE: Certificate = { name: '', issuer: '', date: '' }
const FROM = '2019-03 or 2019'
const UNTIL = '2021-04, 2021 or present'
const GRID = 'grid gap-3 @min-[28rem]:grid-cols-2'

const joined = (...parts: string[]): string => parts.filter(part => part !== '').join(' · ')
const without = (text: string): string[] =>
  text.split('\n').filter((line, at, all) => line !== '' || at === all.length - 1)

function Summary({ what, who, more }: { what: string; who: string; more: string }) {
  return (
    <>
      <p>
        <span className="font-medium">{what || who}</span>
        {what && who ? `, ${who}` : ''}
      </p>
      {more ? <p className="text-sm text-ink-2 tabular-nums">{more}</p> : null}
    </>
  )
}

/** Which entries the form holds to be wrong, and the first reason. */
function useProblems(errors: unknown): string[] {
  return useMemo(() => {
    if (!Array.isArray(errors)) return []
    return errors.map(entry => (entry ? 'wrong' : '')) as string[]
  }, [errors])
}

/** The positions that the person held. */
export function PositionsField({ control, errors }: Fields) {
  const problems = useProblems(errors.experience)
  return (
    <Controller
      control={control}
      name="experience"
      render={({ field }) => (
        <EntriesField<Job>
          name="Your positions"
          one="position"
          most={100}
          value={field.value}
          onChange={field.onChange}
          blank={JOB}
          compare={newestFirst}
          problems={problems}
          titleOf={({ title, company }) => title || company}
          show={({ title, company, start, end, place, bullets }) => (
            <>
              <Summary what={title} who={company} more={joined(resumeSpanText(start, end), place)} />
              {bullets.length > 0 ? (
                <Disclosure label={bullets.length === 1 ? '1 point' : `${bullets.length} points`}>
                  <ul className="list-disc pl-5 text-ink-2">
                    {bullets.map((point, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: points have only their place
                      <li key={index}>{point}</li>
                    ))}
                  </ul>
                </Disclosure>
              ) : null}
            </>
          )}
          form={(job, change) => {
            const wrong = errors.experience?.[field.value.indexOf(job)]
            return (
              <>
                <div className={GRID}>
                  <TextField
                    label="Title"
                    value={job.title}
                    onChange={event => change({ title: event.target.value })}
                    error={wrong?.title?.message}
                  />
                  <TextField
                    label="Company"
                    value={job.company}
                    onChange={event => change({ company: event.target.value })}
                    error={wrong?.company?.message}
                  />
                  <TextField
                    label="From"
                    placeholder={FROM}
                    value={job.start}
                    onChange={event => change({ start: event.target.value.trim() })}
                    error={wrong?.start?.message}
                  />
                  <TextField
                    label="Until"
                    placeholder={UNTIL}
                    value={job.end}
                    onChange={event => change({ end: event.target.value.trim() })}
                    error={wrong?.end?.message}
                  />
                  <TextField
                    label="Place"
                    value={job.place}
                    onChange={event => change({ place: event.target.value })}
                    error={wrong?.place?.message}
                  />
                </div>
                <TextArea
                  label="What you did, a line for each point"
                  value={job.bullets.join('\n')}
                  onChange={event => change({ bullets: without(event.target.value) })}
                  error={wrong?.bullets?.message ?? wrong?.bullets?.find?.(one => one)?.message}
                />
              </>
            )
          }}
        />
      )}
    />
  )
}

/** Schools, with what was learned there. */
export function SchoolsField({ control, errors }: Fields) {
  const problems = useProblems(errors.education)
  return (
    <Controller
      control={control}
      name="education"
      render={({ field }) => (
        <EntriesField<School>
          name="Your schools"
          one="school"
          most={50}
          value={field.value}
          onChange={field.onChange}
          blank={SCHOOL}
          compare={newestFirst}
          problems={problems}
          titleOf={({ school, degree }) => degree || school}
          show={({ school, degree, start, end, place }) => (
            <Summary what={degree} who={school} more={joined(resumeSpanText(start, end), place)} />
          )}
          form={(school, change) => {
            const wrong = errors.education?.[field.value.indexOf(school)]
            return (
              <div className={GRID}>
                <TextField
                  label="Degree"
                  placeholder="BSc Computer Science"
                  value={school.degree}
                  onChange={event => change({ degree: event.target.value })}
                  error={wrong?.degree?.message}
                />
                <TextField
                  label="School"
                  value={school.school}
                  onChange={event => change({ school: event.target.value })}
                  error={wrong?.school?.message}
                />
                <TextField
                  label="From"
                  placeholder={FROM}
                  value={school.start}
                  onChange={event => change({ start: event.target.value.trim() })}
                  error={wrong?.start?.message}
                />
                <TextField
                  label="Until"
                  placeholder={UNTIL}
                  value={school.end}
                  onChange={event => change({ end: event.target.value.trim() })}
                  error={wrong?.end?.message}
                />
                <TextField
                  label="Place"
                  value={school.place}
                  onChange={event => change({ place: event.target.value })}
                  error={wrong?.place?.message}
                />
              </div>
            )
          }}
        />
      )}
    />
  )
}

/** Certificates, with who issued them. */
export function CertificatesField({ control, errors }: Fields) {
  const problems = useProblems(errors.certificates)
  return (
    <Controller
      control={control}
      name="certificates"
      render={({ field }) => (
        <EntriesField<Certificate>
          name="Your certificates"
          one="certificate"
          most={50}
          value={field.value}
          onChange={field.onChange}
          blank={CERTIFICATE}
          compare={(a, b) => newestFirst({ start: '', end: a.date }, { start: '', end: b.date })}
          problems={problems}
          titleOf={({ name }) => name}
          show={({ name, issuer, date }) => <Summary what={name} who={issuer} more={resumeDateText(date)} />}
          form={(certificate, change) => {
            const wrong = errors.certificates?.[field.value.indexOf(certificate)]
            return (
              <div className={GRID}>
                <TextField
                  label="Name"
                  value={certificate.name}
                  onChange={event => change({ name: event.target.value })}
                  error={wrong?.name?.message}
                />
                <TextField
                  label="Issued by"
                  value={certificate.issuer}
                  onChange={event => change({ issuer: event.target.value })}
                  error={wrong?.issuer?.message}
                />
                <TextField
                  label="Date"
                  placeholder={FROM}
                  value={certificate.date}
                  onChange={event => change({ date: event.target.value.trim() })}
                  error={wrong?.date?.message}
                />
              </div>
            )
          }}
        />
      )}
    />
  )
}
