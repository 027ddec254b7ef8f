{{%AUTOESCAPE context="HTML"}}
<h1>Plantilla del plan de inducción</h1>
<p class="lead">Las versiones que SERVIR publica para que las entidades las adopten.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea cada versión y cuántas entidades la usan. Administración de SERVIR prepara una versión nueva a partir de la vigente y la publica; los planes ya publicados de las entidades no cambian solos.</p></details>
{{#PUEDE_ABRIR}}<form method="post" novalidate>{{>CSRF}}<div class="acc"><button>Preparar una versión nueva</button></div></form>
{{/PUEDE_ABRIR}}<p><a href="/material/lista">Materiales y plantillas para las ORH</a>{{#VE_PLANES}} · <a href="/plan/lista">Planes de las entidades</a>{{/VE_PLANES}}</p>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Versiones de la plantilla</caption>
<thead><tr><th scope="col">Versión</th><th scope="col">Estado</th><th scope="col">Publicada</th><th scope="col" class="num">Actividades</th><th scope="col" class="num">Entidades que la usan</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/plan/plantilla/{{ID}}">Versión {{VERSION}}</a> <span class="hint">{{NOMBRE}}</span></th>
<td data-label="Estado"><span class="est">{{ESTADO:x-palabra}}</span></td>
<td data-label="Publicada">{{PUBLICADA_EN}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}</td>
<td data-label="Actividades" class="num">{{ACTIVIDADES}}</td>
<td data-label="Entidades" class="num">{{ENTIDADES:x-miles}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Todavía no hay ninguna versión.</p></div>
{{/NO_FILAS}}
