import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { CHANNELS, type StreamedFrame } from '../main/contract/channels.ts'
import type { AnswerFrame, Carrier } from '../main/contract/frames.ts'

const page = crypto.randomUUID()
let lastStream = 0

/** Frames in, frames out: the page gets no channel names, no events of Electron and no other module. */
const carrier: Carrier = {
  call: (frame): Promise<AnswerFrame> => ipcRenderer.invoke(CHANNELS.call, frame),
  subscribe(since, listener) {
    lastStream += 1
    const stream = lastStream
    const take = (_event: IpcRendererEvent, pushed: StreamedFrame) => {
      if (pushed.page === page && pushed.stream === stream) listener(pushed.frame)
    }
    ipcRenderer.on(CHANNELS.push, take)
    ipcRenderer.send(CHANNELS.subscribe, { page, stream }, { since })
    return () => {
      ipcRenderer.off(CHANNELS.push, take)
      ipcRenderer.send(CHANNELS.unsubscribe, { page, stream })
    }
  },
}

contextBridge.exposeInMainWorld('rolecall', carrier)
