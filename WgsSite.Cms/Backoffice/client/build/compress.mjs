import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this a response is one packet either way; most public modules are a line that points to their chunk. */
const smallest = 1024;

const text = /\.(js|css|svg|txt)$/;
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Vite plugin: puts a `.br` and a `.gz` beside every text file of some size, so that the server compresses nothing at run time. */
export function compress(folder) {
  return {
    name: 'compress',
    apply: 'build',
    async closeBundle(error) {
      // A build that failed leaves nothing to compress, and has said why.
      if (error || !existsSync(folder)) return;
      const files = readdirSync(folder, { recursive: true }).filter((file) => text.test(file));
      await Promise.all(
        files.map(async (file) => {
          const content = readFileSync(join(folder, file));
          if (content.length < smallest) return;
          const [br, zip] = await Promise.all([
            brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
            gz(content, { level: 9 }),
          ]);
          writeFileSync(join(folder, `${file}.br`), br);
          writeFileSync(join(folder, `${file}.gz`), zip);
        }),
      );
    },
  };
}
