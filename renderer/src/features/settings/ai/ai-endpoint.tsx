import { useMutation } from '@tanstack/react-query'
import { List } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Settings } from '../../../../../main/contract/shapes.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { updateSettings } from '../../../app/use-settings.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Select } from '../../../ui/select.tsx'
import { hostOf, isOnThisComputer } from '../../ai/ai-words.ts'
import { KeyLine } from '../../sources/source-keys.tsx'
import { useSecrets } from '../../sources/use-secrets.ts'
import { SavedText } from '../saved-fields.tsx'

const KIND = { kind: 'ai', label: 'The language model' }
const KEY_NAME = 'api_key'

/** Endpoints that many people use; any other address that speaks the same protocol will do. */
const PRESETS = [
  { value: 'openai', label: 'OpenAI', address: 'https://api.openai.com/v1' },
  { value: 'ollama', label: 'Ollama on this computer', address: 'http://127.0.0.1:11434/v1' },
  { value: 'lmstudio', label: 'LM Studio on this computer', address: 'http://127.0.0.1:1234/v1' },
] as const
type Preset = (typeof PRESETS)[number]['value'] | 'other'

const resume = () => void client.ai.resume({}).catch(failureToast)

const saveAddress = (aiBaseUrl: string) => void updateSettings({ aiBaseUrl }).then(resume)

/** Which endpoint and model are asked, with which key. */
export function AiEndpoint({ settings }: { settings: Settings }) {
  const { aiBaseUrl } = settings
  const known = PRESETS.find(preset => preset.address === aiBaseUrl)?.value
  const [other, setOther] = useState(false)
  return (
    <>
      <div className="grid gap-3 @min-[32rem]:grid-cols-2">
        <Select<Preset>
          label="Endpoint"
          className="max-w-md"
          value={other || known === undefined ? 'other' : known}
          options={[...PRESETS, { value: 'other', label: 'Another address' }]}
          onChange={value => {
            const preset = PRESETS.find(one => one.value === value)
            setOther(preset === undefined)
            if (preset) saveAddress(preset.address)
          }}
        />
        <SavedText
          label="Address"
          hint="Of any endpoint that speaks the protocol of OpenAI."
          inputMode="url"
          saved={aiBaseUrl}
          check={text => {
            const checked = Settings.shape.aiBaseUrl.safeParse(text)
            return checked.success ? null : (checked.error.issues[0]?.message ?? 'This is no address')
          }}
          onSave={saveAddress}
        />
      </div>
      <Key address={aiBaseUrl} />
      <Model settings={settings} />
    </>
  )
}

/** The key for the host of the address, and only for it. What is said of the keystore stands above, on the same page. */
function Key({ address }: { address: string }) {
  const secrets = useSecrets()
  const host = hostOf(address)
  if (host === null || !secrets.loaded) return null
  const kept = secrets.hostOf(KIND.kind, KEY_NAME)
  const forHost: ReturnType<typeof useSecrets> = {
    ...secrets,
    has: (kind, name) => secrets.has(kind, name, host),
    set: (kind, name, value) => secrets.set(kind, name, value, host),
  }
  const line = (
    <KeyLine
      key={host}
      kind={KIND}
      need={{
        name: KEY_NAME,
        label: 'API key',
        hint: 'From your account there.',
        host,
        secret: true,
      }}
      secrets={forHost}
      onEntered={resume}
      onForgotten={resume}
    />
  )
  if (isOnThisComputer(address) && !forHost.has(KIND.kind, KEY_NAME))
    return <Disclosure label="API key: not needed on this computer">{line}</Disclosure>
  return (
    <div className="flex flex-col gap-2">
      {line}
      {kept !== null && kept !== host ? (
        <p className="text-sm text-ink-2">
          The key that was entered is for {kept} and is never sent to another address. A new one takes its
          place.
        </p>
      ) : null}
    </div>
  )
}

function Model({ settings }: { settings: Settings }) {
  const { aiBaseUrl } = settings
  const offered = useMutation({ mutationFn: (_address: string) => client.ai.models({}) })
  // What another address offered says nothing of this one.
  const current = offered.variables === aiBaseUrl
  const models = (current && offered.data?.models) || []
  const [chooser, setChooser] = useState<HTMLDivElement | null>(null)
  useEffect(() => {
    if (models.length > 0) chooser?.querySelector('select')?.focus()
  }, [models.length, chooser])
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-52 flex-1 basis-72 max-w-md">
          <SavedText
            label="Model"
            hint="The name under which the endpoint offers it."
            placeholder="gpt-4.1-mini"
            saved={settings.aiModel}
            check={text => (text.length > 200 ? 'A name has at most 200 letters' : null)}
            onSave={aiModel => void updateSettings({ aiModel })}
          />
        </div>
        <Button
          icon={List}
          className="@min-[32rem]:mt-6"
          busy={offered.isPending}
          onClick={() => offered.mutate(aiBaseUrl)}
        >
          {offered.isPending ? 'Asking' : 'Show what is offered'}
        </Button>
      </div>
      {current && offered.error ? (
        <p role="alert" className="text-sm text-bad">
          {errorOf(offered.error).message}
        </p>
      ) : null}
      {models.length > 0 ? (
        <div ref={setChooser}>
          <Select
            label={
              models.length === 1
                ? 'The offered model'
                : `${models.length.toLocaleString('en')} offered models`
            }
            className="max-w-md"
            value={models.includes(settings.aiModel) ? settings.aiModel : ''}
            options={[
              ...(models.includes(settings.aiModel) ? [] : [{ value: '', label: 'Choose one' }]),
              ...models.map(model => ({ value: model, label: model })),
            ]}
            onChange={aiModel => aiModel !== '' && void updateSettings({ aiModel })}
          />
        </div>
      ) : null}
    </div>
  )
}
