import type { AddressInfo } from 'node:net';
import { createGallery } from './app.ts';

const app = await createGallery();
const server = app.listen(Number(process.env.PORT ?? 3001), '127.0.0.1', (error) => {
  if (error) throw error;
  console.log(`ready http://localhost:${(server.address() as AddressInfo).port}`);
});
