import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { CampaignId } from '../../../../main/contract/ids.ts'
import { CampaignDraft } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { CampaignForm } from './campaign-form.tsx'
import { LeaveGuard } from './leave-guard.tsx'

const FORM = 'campaign-form'

/** `/campaigns/new`: an empty form; the currency of the other campaigns is taken over. */
export function NewCampaignPage() {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  const navigate = useNavigate()
  if (!data) return <Page title="New campaign">{null}</Page>
  const currency = data.at(-1)?.draft.salary_currency ?? null
  // The name is the one thing that has no default.
  const initial = { ...CampaignDraft.parse({ name: 'x', salary_currency: currency }), name: '' }
  return (
    <Editor
      title="New campaign"
      campaignId={null}
      verb="Create campaign"
      initial={initial}
      back="/campaigns"
      onSave={async draft => {
        const { campaignId } = await client.campaigns.create(draft)
        toast(`${draft.name} was created`, { tone: 'good' })
        void navigate(`/campaigns/${campaignId}`, { replace: true })
      }}
    />
  )
}

/** `/campaigns/12/edit`. */
export function EditCampaignPage() {
  const asked = CampaignId.safeParse(Number(useParams().campaignId))
  return asked.success ? <Edit campaignId={asked.data} /> : null
}

function Edit({ campaignId }: { campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('campaigns', 'get', { campaignId }))
  const update = useChange(client.campaigns.update)
  const navigate = useNavigate()
  // The draft as it was opened: a refetch must not pull the ground from under what is typed.
  const opened = useRef<CampaignDraft | null>(null)
  opened.current ??= data?.draft ?? null
  if (error && !opened.current)
    return (
      <Page title="Edit the campaign">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!opened.current) return <SkeletonRows label="Loading the campaign" />
  const back = `/campaigns/${campaignId}`
  return (
    <Editor
      title={`Edit ${opened.current.name}`}
      campaignId={campaignId}
      verb="Save changes"
      initial={opened.current}
      back={back}
      onSave={async draft => {
        await update.mutateAsync({ campaignId, draft })
        void navigate(back, { replace: true })
      }}
    />
  )
}

function Editor({
  title,
  campaignId,
  verb,
  initial,
  back,
  onSave,
}: {
  title: string
  campaignId: CampaignId | null
  verb: string
  initial: CampaignDraft
  back: string
  onSave: (draft: CampaignDraft) => Promise<void>
}) {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  // A ref, because the save navigates before React could render a new state.
  const dirty = useRef(false)
  const setDirty = useCallback((now: boolean) => {
    dirty.current = now
  }, [])
  return (
    <Page
      title={title}
      fill
      action={
        <>
          <Button onClick={() => void navigate(back)}>Cancel</Button>
          <Button look="primary" type="submit" form={FORM} busy={busy}>
            {verb}
          </Button>
        </>
      }
    >
      {/* The space around is inside of what scrolls, since what sticks to an edge keeps to the space of the scroller. */}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="px-4 py-4 pb-16 sm:px-6">
          <CampaignForm
            id={FORM}
            campaignId={campaignId}
            initial={initial}
            onDirty={setDirty}
            onSave={async draft => {
              setBusy(true)
              await onSave(draft).finally(() => setBusy(false))
            }}
          />
        </div>
      </div>
      <LeaveGuard
        dirty={dirty}
        description="What was typed in this form would be gone. The campaign itself stays as it was."
      />
    </Page>
  )
}
