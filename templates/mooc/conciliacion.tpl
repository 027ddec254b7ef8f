{{%AUTOESCAPE context="HTML"}}
<h1>Conciliación: {{NOMBRE}}</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Compare lo que tiene el portal con lo que dijo Moodle la última vez. En el portal cuenta el mejor intento, así que una nota posterior más baja se ve aquí como distinta y no quita nada.</p></details>
{{#HAY_CUANDO}}<p class="lead"><strong>{{AMBOS:x-miles}}</strong> iguales en los dos, <strong>{{DISTINTOS:x-miles}}</strong> distintos, <strong>{{AQUI:x-miles}}</strong> solo en el portal, <strong>{{ALLA:x-miles}}</strong> solo en Moodle.</p>
<p class="hint">Según Moodle el {{CUANDO}}. <a href="/mooc/{{CARGA_ID}}/vista?ver=SIN_COINCIDENCIA">Emparejar a quienes no coinciden</a></p>
<ul class="cifras">
<li><a href="/mooc/{{ID}}/conciliacion?ver=DISTINTO"><b>{{DISTINTOS:x-miles}}</b> distintos</a></li>
<li><a href="/mooc/{{ID}}/conciliacion?ver=AQUI"><b>{{AQUI:x-miles}}</b> solo en el portal</a></li>
<li><a href="/mooc/{{ID}}/conciliacion?ver=ALLA"><b>{{ALLA:x-miles}}</b> solo en Moodle</a></li>
<li><a href="/mooc/{{ID}}/conciliacion?ver=AMBOS"><b>{{AMBOS:x-miles}}</b> iguales</a></li>
</ul>
<h2>{{VIENDO}}</h2>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">{{VIENDO}}</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Documento</th><th scope="col">En el portal</th><th scope="col">En Moodle</th></tr></thead>
<tbody>
{{#FILAS}}<tr>
<th scope="row">{{#HAY_VINCULO_ID}}<a href="/servidor/{{VINCULO_ID}}/ficha">{{PERSONA}}</a>{{/HAY_VINCULO_ID}}{{#NO_VINCULO_ID}}{{PERSONA}}{{/NO_VINCULO_ID}}</th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="En el portal">{{#HAY_AQUI}}{{AQUI}}{{/HAY_AQUI}}{{#NO_AQUI}}No está{{/NO_AQUI}}</td>
<td data-label="En Moodle">{{#HAY_ALLA}}{{ALLA}}{{/HAY_ALLA}}{{#NO_ALLA}}No está{{/NO_ALLA}}</td>
</tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<p>Nadie.</p>
{{/NO_FILAS}}{{/HAY_CUANDO}}{{#NO_CUANDO}}<p>Todavía no se trajo de Moodle. <a href="/mooc/{{ID}}/traer">Traer de Moodle</a></p>
{{/NO_CUANDO}}<p><a href="/mooc/cursos">Volver a los cursos</a></p>
