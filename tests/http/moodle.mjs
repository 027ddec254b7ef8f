// A Moodle as its REST web service answers (3.9 to 4.x): parameters, shapes, nulls, refusals with status 200, what the
// service's account may not see left out. A test may break it in the ways that servers break.
import http from 'node:http';

const exception = (name, errorcode, message) => ({ exception: name, errorcode, message });
export const TOKEN = 'd41d8cd98f00b204e9800998ecf8427e';
const functions = ['core_webservice_get_site_info', 'core_enrol_get_enrolled_users', 'core_completion_get_course_completion_status',
  'gradereport_user_get_grade_items'];

const known = ['username', 'fullname', 'firstname', 'lastname', 'email', 'address', 'phone1', 'phone2', 'department', 'institution', 'interests', 'firstaccess', 'lastaccess', 'auth',
  'confirmed', 'idnumber', 'lang', 'theme', 'timezone', 'mailformat', 'description', 'descriptionformat', 'city', 'country', 'profileimageurlsmall', 'profileimageurl', 'customfields',
  'groups', 'roles', 'preferences', 'enrolledcourses', 'suspended', 'lastcourseaccess', 'trackforums', 'id'];

export class Moodle {
  // {id, username, idnumber, email, fullname, lastcourseaccess, roles, grade, grademax, graded, completed, timecompleted;
  //  gone: enrolled, its enrolment suspended; hidden: its profile may not be seen; refused: errorcode of its answers}
  users = [];
  calls = [];
  course = 7;
  functions = functions;
  hides = []; // fields that the account's permissions or the site's settings leave out
  hidesRange = false; // the user report without its column of ranges
  breaks = null; // (function, number of its call, params) => kind of break, or null
  delay = 0;

  async start() {
    this.server = http.createServer((rq, rs) => {
      const chunks = [];
      rq.on('data', (c) => chunks.push(c));
      rq.on('end', () => this.#answer(rq, rs, new URLSearchParams(Buffer.concat(chunks).toString())));
    });
    await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }
  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
  count(name) { return this.calls.filter((c) => !name || c === name).length; }

  async #answer(rq, rs, params) {
    const name = params.get('wsfunction') ?? '';
    this.calls.push(name);
    if (this.delay) await new Promise((done) => setTimeout(done, this.delay));
    const kind = this.breaks?.(name, this.count(name), params);
    if (kind === 'hang') return;
    if (kind === 'cut') return rs.socket.destroy();
    if (kind === '503') {
      rs.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '120' });
      return rs.end('<!DOCTYPE html><html><body><h1>This site is undergoing maintenance</h1></body></html>');
    }
    if (kind === 'off') { rs.writeHead(403, { 'content-type': 'text/html' }); return rs.end(); } // web services are not on
    if (kind === 'redirect') {
      rs.writeHead(303, { location: `http://localhost:${this.server.address().port}/otra` });
      return rs.end();
    }
    if (rq.url !== '/webservice/rest/server.php') { rs.writeHead(404); return rs.end('not found'); }
    let text = params.get('moodlewsrestformat') === 'json' ? JSON.stringify(kind?.json ?? this.#call(name, params))
      : '<?xml version="1.0" encoding="UTF-8" ?><RESPONSE></RESPONSE>';
    if (kind === 'html') text = '<!DOCTYPE html><html><body>Error/generalexceptionmessage</body></html>';
    if (kind === 'notice') text = `<br /><b>Notice</b>: Undefined index<br />${text}`;
    if (kind === 'truncated') text = text.slice(0, text.length / 2);
    if (kind === 'bom') text = `\ufeff${text}`;
    if (kind === 'latin1') text = Buffer.from('Error de conexi\xf3n', 'latin1');
    if (kind === 'huge') text = JSON.stringify([' '.repeat(9 * 1024 * 1024)]);
    rs.writeHead(200, { 'content-type': 'application/json' });
    rs.end(text);
  }

  #call(name, params) {
    if (params.get('wstoken') !== TOKEN) return exception('moodle_exception', 'invalidtoken', 'Invalid token - token not found');
    if (!this.functions.includes(name)) return exception('webservice_access_exception', 'accessexception', 'Access control exception');
    if (name === 'core_webservice_get_site_info') return this.#site();
    if (!/^\d+$/.test(params.get('courseid') ?? '')) return exception('invalid_parameter_exception', 'invalidparameter', 'Invalid parameter value detected');
    if (Number(params.get('courseid')) !== this.course) return exception('dml_missing_record_exception', 'invalidrecord', "Can't find data record in database table course.");
    if (name === 'core_enrol_get_enrolled_users') return this.#enrolled(params);
    const user = this.users.find((u) => u.id === Number(params.get('userid')));
    if (!user) return exception('moodle_exception', 'invaliduser', 'Invalid user');
    if (user.refused) return exception('moodle_exception', user.refused, 'Refused');
    if (user.gone && name.startsWith('core_completion')) return exception('moodle_exception', 'usernotenroled', 'User is not enrolled');
    return name.startsWith('core_completion') ? this.#completion(user) : this.#grades(user);
  }
  #site() {
    return { sitename: 'Moodle de prueba', username: 'ws', firstname: 'Servicio', lastname: 'Web', fullname: 'Servicio Web', lang: 'es', userid: 2,
      siteurl: this.url, userpictureurl: '', functions: this.functions.map((name) => ({ name, version: '2022041900' })), downloadfiles: 0,
      uploadfiles: 0, release: '4.0 (Build: 20220419)', version: '2022041900', mobilecssurl: '', usercanmanageownfiles: true, userquota: 0 };
  }
  #enrolled(params) {
    const options = {};
    for (let i = 0; params.has(`options[${i}][name]`); i++) options[params.get(`options[${i}][name]`)] = params.get(`options[${i}][value]`);
    const from = Number(options.limitfrom ?? 0), fields = options.userfields?.split(',') ?? known;
    const strange = fields.find((f) => !known.includes(f));
    if (strange) return exception('moodle_exception', 'invaliduserfield', `Invalid user field: ${strange}`);
    const full = (u) => ({ id: u.id, username: u.username, firstname: u.fullname.split(' ')[0], lastname: u.fullname.split(' ').slice(1).join(' '), fullname: u.fullname,
      email: u.email, ...(u.idnumber ? { idnumber: u.idnumber } : {}), firstaccess: 1600000000, lastaccess: u.lastcourseaccess ?? 0,
      lastcourseaccess: u.lastcourseaccess ?? 0, description: '', descriptionformat: 1, city: 'Lima', country: 'PE', groups: [],
      roles: u.roles ?? [{ roleid: 5, name: '', shortname: 'student', sortorder: 0 }], enrolledcourses: [{ id: 7, fullname: 'Curso', shortname: 'C' }] });
    // The limit counts who is left out afterwards.
    return [...this.users].sort((a, b) => a.id - b.id).slice(from, options.limitnumber ? from + Number(options.limitnumber) : undefined).filter((u) => !u.hidden)
      .map((u) => Object.fromEntries(Object.entries(full(u)).filter(([k]) => ['id', 'fullname', ...fields].includes(k) && !this.hides.includes(k))));
  }
  #completion(u) {
    return { completionstatus: { completed: u.completed ?? false, aggregation: 1, completions: [{ type: 4, title: 'Actividad', status: u.completed ? 'Yes' : 'No',
      complete: u.completed ?? false, timecompleted: u.timecompleted ?? null, details: { type: 'Activity completion', criteria: '<a href="x">Cuestionario</a>', requirement: '', status: '' } }] }, warnings: [] };
  }
  #grades(u) {
    const max = u.grademax ?? 20, range = this.hidesRange ? {} : { rangeformatted: `0&ndash;${max}`, grademin: 0, grademax: max };
    const item = (itemtype, itemname) => ({ id: 1, itemname, itemtype, itemmodule: itemtype === 'mod' ? 'quiz' : null, iteminstance: 7, itemnumber: itemtype === 'mod' ? 0 : null, idnumber: null,
      categoryid: itemtype === 'mod' ? 3 : null, outcomeid: null, scaleid: null, locked: false, ...(itemtype === 'mod' ? { cmid: 12, weightraw: 1, weightformatted: '100.00 %' } : {}),
      graderaw: u.grade ?? null, gradedatesubmitted: null, gradedategraded: u.graded ?? null, gradehiddenbydate: false, gradeneedsupdate: false, gradeishidden: false, gradeislocked: false, gradeisoverridden: false,
      gradeformatted: u.grade === undefined ? '-' : `<i class="icon fa fa-check text-success fa-fw" title="Pass" role="img" aria-label="Pass"></i>${u.grade.toFixed(2).replace('.', ',')}`,
      ...range, percentageformatted: u.grade === undefined ? '-' : `${(u.grade * 100 / max).toFixed(2)} %`, feedback: '', feedbackformat: 0 });
    return { usergrades: [{ courseid: this.course, courseidnumber: '', userid: u.id, userfullname: u.fullname, useridnumber: u.idnumber ?? '', maxdepth: 2,
      gradeitems: [item('mod', 'Cuestionario'), item('course', null)] }], warnings: [] };
  }
}
