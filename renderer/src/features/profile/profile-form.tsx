import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { Controller, type FieldPath, type Resolver, useForm, useWatch } from 'react-hook-form'
import { Profile } from '../../../../main/contract/profile.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { currencyChoices, REMOTE_CHOICES, SENIORITY_CHOICES } from '../campaigns/choices.ts'
import { CertificatesField, PositionsField, SchoolsField } from './history-fields.tsx'
import { LanguagesField } from './languages-field.tsx'
import { LinksField } from './links-field.tsx'
import { MatchPanel } from './match-panel.tsx'
import { PermitsField } from './permits-field.tsx'
import { PlacesField } from './places-field.tsx'
import { resumeSections } from './profile-words.ts'
import { SkillsField } from './skills-field.tsx'

const LEVELS = [{ value: '' as const, label: 'Not said' }, ...SENIORITY_CHOICES]

/** The fields of the profile. `id` ties the button of the page to the form. */
export function ProfileForm({
  id,
  saved,
  onSave,
  onDirty,
}: {
  id: string
  /** The profile as it is stored; while nothing is typed, the form follows it. */
  saved: Profile
  onSave: (profile: Profile) => Promise<void>
  onDirty: (dirty: boolean) => void
}) {
  // Every default is filled in here, so the form holds a whole profile and not what the schema would take besides.
  const form = useForm<Profile, unknown, Profile>({
    resolver: zodResolver(Profile) as unknown as Resolver<Profile, unknown, Profile>,
    defaultValues: saved,
    mode: 'onTouched',
  })
  const { control, register, formState, reset } = form
  const { errors, isDirty } = formState
  const currencies = useMemo(() => currencyChoices(), [])
  const problemId = useId()
  const box = useRef<HTMLFormElement>(null)
  const dirty = useRef(isDirty)
  dirty.current = isDirty
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  useEffect(() => {
    if (!dirty.current) reset(saved)
  }, [saved, reset])
  const now = useWatch({ control }) as Profile

  const focusFirstError = () =>
    void requestAnimationFrame(() => {
      const first = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
      first?.focus({ preventScroll: true })
      first?.scrollIntoView({ block: 'center' })
    })

  const save = form.handleSubmit(async profile => {
    // A number that is none is marked by its field; the form does not know of it and would save what was before.
    if (box.current?.querySelector('[aria-invalid="true"]')) return focusFirstError()
    try {
      // Who goes on while it is saved has nothing to lose.
      onDirty(false)
      await onSave(profile)
      reset(profile)
    } catch (thrown) {
      onDirty(true)
      const error = errorOf(thrown)
      const field =
        error.field && (error.field.split('.')[0] as string) in profile
          ? (error.field as FieldPath<Profile>)
          : 'root'
      const { what, kept, todo } = errorText(error)
      form.setError(field, {
        message: field === 'root' ? `${error.message || what} ${kept} ${todo}` : error.message,
      })
      focusFirstError()
    }
  }, focusFirstError)

  const sections = resumeSections(now.extra ?? {})
  return (
    <form
      ref={box}
      id={id}
      noValidate
      aria-describedby={errors.root ? problemId : undefined}
      onSubmit={event => void save(event)}
      className="grid items-start gap-4 xl:grid-cols-[minmax(0,48rem)_18rem]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        {errors.root ? (
          <p
            id={problemId}
            role="alert"
            className="rounded border border-bad bg-bad-soft px-3 py-2 text-base"
          >
            {errors.root.message}
          </p>
        ) : null}
        <Part title="Skills" lead="Half of a match: jobs that ask for them come first, whatever the level.">
          <Controller
            control={control}
            name="skills"
            render={({ field }) => (
              <SkillsField
                value={field.value}
                onChange={field.onChange}
                errors={errors.skills}
                problem={errors.skills?.message ?? errors.skills?.root?.message}
              />
            )}
          />
        </Part>
        <Part title="Experience">
          <div className="grid max-w-md gap-4 @min-[28rem]:grid-cols-2">
            <Controller
              control={control}
              name="seniority"
              render={({ field }) => (
                <Select
                  label="Level"
                  options={LEVELS}
                  value={field.value ?? ''}
                  onChange={value => field.onChange(value === '' ? null : value)}
                  error={errors.seniority?.message}
                />
              )}
            />
            <Controller
              control={control}
              name="years_of_experience"
              render={({ field }) => (
                <NumberField
                  label="Years of experience"
                  placeholder="5"
                  min={0}
                  max={80}
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.years_of_experience?.message}
                />
              )}
            />
          </div>
        </Part>
        <Part title="Where and how">
          <Controller
            control={control}
            name="preferred_locations"
            render={({ field }) => (
              <PlacesField
                value={field.value}
                onChange={field.onChange}
                error={listProblem(errors.preferred_locations)}
              />
            )}
          />
          <Controller
            control={control}
            name="remote_preference"
            render={({ field }) => (
              <MultiSelect
                label="Remote or on site"
                options={REMOTE_CHOICES}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Controller
            control={control}
            name="work_authorisation"
            render={({ field }) => (
              <PermitsField
                value={field.value}
                onChange={field.onChange}
                error={listProblem(errors.work_authorisation)}
              />
            )}
          />
        </Part>
        <Part title="Pay" lead="What you would work for. Each campaign has a range of its own.">
          <div className="grid max-w-md gap-4 @min-[28rem]:grid-cols-2">
            <Controller
              control={control}
              name="salary_min"
              render={({ field }) => (
                <NumberField
                  label="Yearly salary from"
                  placeholder="50,000"
                  min={0}
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.salary_min?.message}
                />
              )}
            />
            <Controller
              control={control}
              name="salary_currency"
              render={({ field }) => (
                <Select
                  label="Currency"
                  options={currencies}
                  value={field.value ?? ''}
                  onChange={value => field.onChange(value === '' ? null : value)}
                  error={errors.salary_currency?.message}
                />
              )}
            />
          </div>
        </Part>
        <Part title="Languages">
          <Controller
            control={control}
            name="languages"
            render={({ field }) => (
              <LanguagesField
                value={field.value}
                onChange={field.onChange}
                errors={errors.languages}
                problem={errors.languages?.message ?? errors.languages?.root?.message}
              />
            )}
          />
        </Part>
        <Part title="About you" lead="For your resume; nothing of it is matched.">
          <div className="grid gap-4 @min-[36rem]:grid-cols-2">
            <TextField label="Name" {...register('name')} error={errors.name?.message} />
            <TextField
              label="What you do"
              placeholder="Backend engineer"
              {...register('headline')}
              error={errors.headline?.message}
            />
            <TextField
              label="Email"
              inputMode="email"
              placeholder="name@example.org"
              spellCheck={false}
              {...register('email', { setValueAs: text => (text === '' ? null : text) })}
              error={errors.email?.message}
            />
            <TextField label="Phone" inputMode="tel" {...register('phone')} error={errors.phone?.message} />
            <TextField
              label="Home"
              placeholder="Leeds, UK"
              {...register('location')}
              error={errors.location?.message}
            />
          </div>
          <TextArea label="Summary" {...register('summary')} error={errors.summary?.message} />
        </Part>
        <Part title="Positions">
          <PositionsField control={control} errors={errors} />
        </Part>
        <Part title="Education">
          <SchoolsField control={control} errors={errors} />
        </Part>
        <Part title="Certificates">
          <CertificatesField control={control} errors={errors} />
        </Part>
        <Part title="Links">
          <Controller
            control={control}
            name="links"
            render={({ field }) => (
              <LinksField
                value={field.value}
                onChange={field.onChange}
                errors={errors.links}
                problem={errors.links?.message ?? errors.links?.root?.message}
              />
            )}
          />
        </Part>
        {sections === null ? null : (
          <Part title="From your resume" lead="Kept as it was written, and written out again by an export.">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p className="text-base">{sections}</p>
              <Button
                size="small"
                onClick={() => {
                  form.setValue('extra', {}, { shouldDirty: true })
                  box.current?.querySelector<HTMLElement>('[data-add]')?.focus()
                }}
              >
                Forget it
              </Button>
            </div>
          </Part>
        )}
      </div>
      <aside aria-label="Match" className="min-w-0 xl:sticky xl:top-4">
        <MatchPanel profile={now} />
      </aside>
    </form>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Section title={title} lead={lead}>
      <div className="@container flex flex-col gap-4">{children}</div>
    </Section>
  )
}

/** What is wrong with a list or with one of its entries. */
function listProblem(errors: unknown): string | undefined {
  if (typeof errors !== 'object' || errors === null) return undefined
  if ('message' in errors && typeof errors.message === 'string') return errors.message
  const first: unknown = Object.values(errors).find(error => typeof error === 'object' && error !== null)
  return listProblem(first)
}
