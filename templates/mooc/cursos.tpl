{{%AUTOESCAPE context="HTML"}}
<h1>Cursos en línea</h1>
<p class="lead">Los cursos de la etapa A y sus resultados.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea cada curso, con su forma de acreditarse, y lo que se cargó. Los resultados llegan por archivo, desde Moodle o a mano por la ORH. Quien aprueba culmina su etapa A; un intento posterior nunca borra lo aprobado.</p></details>
{{#PUEDE_EDITAR}}<div class="acc"><a class="btn" href="/mooc/cargar">Cargar resultados</a> <a class="btn sec" href="/mooc/nuevo">Agregar un curso</a></div>
{{/PUEDE_EDITAR}}{{#HAY_CURSOS}}<table class="apila">
<caption class="vh">Cursos</caption>
<thead><tr><th scope="col">Curso</th><th scope="col">Acreditación</th><th scope="col">Edición</th><th scope="col" class="num">Aprueban</th><th scope="col">Ver</th></tr></thead>
<tbody>
{{#CURSOS}}<tr>
<th scope="row"><a href="/mooc/{{ID}}/curso">{{NOMBRE}}</a> <span class="hint">{{CODIGO}}</span>{{#NO_VIGENTE}} <span class="est">Cerrado</span>{{/NO_VIGENTE}}</th>
<td data-label="Acreditación">{{ACREDITACION}}, mínima {{NOTA_MINIMA}} de {{ESCALA}}{{#HAY_HORAS}}, {{HORAS}} {{HORAS:x-segun=hora/horas}}{{/HAY_HORAS}}</td>
<td data-label="Edición">{{#HAY_EDICION}}{{EDICION}}{{/HAY_EDICION}}{{#NO_EDICION}}Todas{{/NO_EDICION}}</td>
<td data-label="Aprueban" class="num">{{APRUEBAN:x-miles}}</td>
<td data-label="Ver">{{#PUEDE_EDITAR}}{{#VIGENTE}}<a href="/mooc/cargar?curso={{ID:url_query_escape}}">Cargar<span class="vh"> resultados de {{NOMBRE}}</span></a> · {{/VIGENTE}}{{/PUEDE_EDITAR}}<a href="/mooc/{{ID}}/resultados">Resultados<span class="vh"> de {{NOMBRE}}</span></a>{{#HAY_MOODLE_ID}} · <a href="/mooc/{{ID}}/traer">Traer de Moodle<span class="vh"> {{NOMBRE}}</span></a> · <a href="/mooc/{{ID}}/conciliacion">Conciliación<span class="vh"> de {{NOMBRE}}</span></a>{{/HAY_MOODLE_ID}}</td>
</tr>
{{/CURSOS}}</tbody>
</table>
{{/HAY_CURSOS}}{{#NO_CURSOS}}<p>Todavía no hay cursos.</p>
{{/NO_CURSOS}}{{#HAY_CARGAS}}<h2>Últimas cargas</h2>
<table class="apila">
<caption class="vh">Últimas cargas de resultados</caption>
<thead><tr><th scope="col">Carga</th><th scope="col">Curso</th><th scope="col">Cuándo</th><th scope="col" class="num">Registrados</th><th scope="col" class="num">Por aceptar</th><th scope="col" class="num">Esperan</th></tr></thead>
<tbody>
{{#CARGAS}}<tr>
<th scope="row"><a href="/mooc/{{ID}}/vista">{{NOMBRE}}</a>{{#DESHECHA}} <span class="est">Deshecha</span>{{/DESHECHA}}{{#FALLIDA}} <span class="est OBSERVADA">Falló</span>{{/FALLIDA}}{{#EN_CURSO}} <span class="est EN_CURSO">En curso</span>{{/EN_CURSO}}</th>
<td data-label="Curso">{{CURSO}}</td>
<td data-label="Cuándo">{{CREADO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}{{#NO_QUIEN}}, cada noche{{/NO_QUIEN}}</td>
<td data-label="Registrados" class="num">{{ACEPTADAS:x-miles}} de {{TOTAL:x-miles}}</td>
<td data-label="Por aceptar" class="num">{{POR_ACEPTAR:x-miles}}</td>
<td data-label="Esperan" class="num">{{ESPERAN:x-miles}}</td>
</tr>
{{/CARGAS}}</tbody>
</table>
{{/HAY_CARGAS}}
