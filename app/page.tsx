import { AppBar } from '@/client/ui/app-bar';

export default function LandingPage() {
  return (
    <>
      <AppBar />
      <main id="content" className="page-width py-10" />
    </>
  );
}
