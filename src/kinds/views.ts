import Home from '../views/Home.astro';
import NotFound from '../views/NotFound.astro';
import SearchPage from '../views/SearchPage.astro';
import type { Subject } from '../model/pages.ts';
import AnnouncementList from './announcement/AnnouncementList.astro';
import AnnouncementPage from './announcement/AnnouncementPage.astro';
import ContactDirectory from './contact/ContactDirectory.astro';
import OrganisationDirectory from './organisation/OrganisationDirectory.astro';
import FreePage from './page/FreePage.astro';
import ServiceList from './service/ServiceList.astro';
import ServicePage from './service/ServicePage.astro';

/** The view of every page. Apart from `kinds.ts`, because Node cannot load views. */
export const views = {
  home: Home,
  search: SearchPage,
  'not-found': NotFound,
  services: ServiceList,
  facet: ServiceList,
  part: ServiceList,
  service: ServicePage,
  announcements: AnnouncementList,
  announcement: AnnouncementPage,
  contacts: ContactDirectory,
  organisations: OrganisationDirectory,
  page: FreePage,
} satisfies Record<Subject['kind'], unknown>;
