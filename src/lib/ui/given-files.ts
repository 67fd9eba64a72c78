/** Files and folders that a reader chose or dropped, as their bytes. They are read here and sent nowhere. */
import type { GivenFile } from '#lib/sources/given/given.ts';
import { ZIP_LIMITS } from '#lib/sources/bundle-zip.ts';

interface Found {
  readonly path: string;
  readonly file: File;
}

/** The files of an input, with their folders where a folder was chosen. */
export async function chosenFiles(list: FileList): Promise<readonly GivenFile[]> {
  return read(
    [...list].map((file) => ({
      path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
      file
    }))
  );
}

/** The files that were dropped, folders looked through. To be called while the drop is being handled. */
export function droppedFiles(transfer: DataTransfer): () => Promise<readonly GivenFile[]> {
  const found = [...transfer.items].map((item) => {
    const entry = item.webkitGetAsEntry();
    if (entry !== null) return filesUnder(entry);
    const file = item.getAsFile();
    return Promise.resolve(file === null ? [] : [{ path: file.name, file }]);
  });
  found.forEach((each) => each.catch(() => {}));
  return async () => read((await Promise.all(found)).flat());
}

/** @throws in words where there is more than is read */
async function read(found: readonly Found[]): Promise<readonly GivenFile[]> {
  const { files, bytes } = ZIP_LIMITS;
  if (found.length > files || found.reduce((sum, { file }) => sum + file.size, 0) > bytes)
    throw new Error(
      `more was chosen than is read: at most ${files.toLocaleString('en-GB')} files and ${bytes / 1e6} MB. Choose the folder or zip of one bundle`
    );
  return Promise.all(
    found.map(async ({ path, file }) => ({ path, content: new Uint8Array(await file.arrayBuffer()) }))
  );
}

async function filesUnder(entry: FileSystemEntry): Promise<Found[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  return isFolder(entry) ? (await Promise.all((await entriesOf(entry)).map(filesUnder))).flat() : [];
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A folder hands its entries out in batches, until one is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}
