// The only file that knows the router: Backstage 1.57 makes navigation
// independent of react-router, and then this is the file to change.
export {
  Navigate,
  Route,
  Routes,
  useHref,
  useLocation,
  useNavigate,
  useParams,
  useResolvedPath,
  useSearchParams,
} from 'react-router-dom';
