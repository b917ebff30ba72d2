// Runs a WASI program under node: `node run_in_node.mjs program.wasm FILE`. The program sees FILE's folder as "/data".
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { WASI } from 'node:wasi';

const [program, file] = process.argv.slice(2);
if (!program || !file) {
    console.error('usage: node run_in_node.mjs program.wasm FILE');
    process.exit(2);
}
const wasi = new WASI({
    version: 'preview1',
    args: [basename(program), `/data/${basename(file)}`],
    preopens: { '/data': dirname(resolve(file)) },
    returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(program));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
