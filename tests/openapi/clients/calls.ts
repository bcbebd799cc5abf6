// Calls of the TypeScript client that openapi-generator makes, on the sandbox.
import { ArmsApi, Configuration, FilesApi, RecordsApi, ResponseError } from './index';

declare const process: { env: Record<string, string>; exitCode: number };

function check(holds: boolean, what: string, seen: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
}

async function main(): Promise<void> {
  const token = process.env.REDCAP_API_TOKEN;
  const address = process.env.REDCAP_API_URL;
  const configuration = new Configuration({ basePath: address.replace(/\/$/, '') });
  const records = new RecordsApi(configuration);
  const files = new FilesApi(configuration);
  await fetch(new URL('/_sandbox/reset', address), { method: 'POST' });

  // Both records come only if the list is on the wire as REDCap takes it.
  const rows = await records.exportRecords({
    token, content: 'record', format: 'json', records: ['1', '2', 'no, such'], fields: ['record_id'],
  });
  check(new Set(rows.map((row) => row.record_id)).size === 2, 'two records', rows);
  const arms = await new ArmsApi(configuration).exportArms({ token, content: 'arm', format: 'json', arms: [1, 2] });
  check(arms.map((arm) => arm.armNum).join() === '1,2', 'two arms', arms);

  const raw = await records.exportRecordsRaw({ token, content: 'record', format: 'csv', records: ['1'], csvDelimiter: ';' });
  const text = await raw.raw.text();
  check(text.startsWith('record_id;'), 'CSV', text);

  const data = JSON.stringify([{ record_id: '1', redcap_event_name: 'week_4_arm_1', score: '35' }]);
  const count = await records.importRecords({ token, content: 'record', format: 'json', data, returnFormat: 'json' });
  check(count.count === 1, 'one record', count);

  const place = JSON.parse(process.env.UPLOAD) as { record: string; field: string; event?: string };
  const file = new File(['bytes'], 'scan.txt');
  await files.importFile({ token, content: 'file', action: 'import', ...place, file });
  const kept = await files.exportFile({ token, content: 'file', action: 'export', ...place });
  check(await (kept as Blob).text() === 'bytes', 'the file', kept);

  const refused = await records.exportRecords({ token: 'F'.repeat(32), content: 'record', format: 'json', returnFormat: 'json' })
    .catch((error: unknown) => error);
  check(refused instanceof ResponseError && refused.response.status === 403, 'a wrong token', String(refused));

  const gone = await records.deleteRecords({ token, content: 'record', action: 'delete', records: ['3', '4'] });
  check(String(gone) === '2', 'deleted', gone);
  console.log('8 calls');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
