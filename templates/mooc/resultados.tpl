{{%AUTOESCAPE context="HTML"}}
<h1>Resultados: {{NOMBRE}}</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea cada resultado con su fuente. Ninguno se borra: un intento nuevo se suma y cuenta el mejor. Los anulados son de cargas que se deshicieron.</p></details>
<ul class="cifras">
<li><a href="/mooc/{{ID}}/resultados">Todos</a></li>
<li><a href="/mooc/{{ID}}/resultados?ver=APROBADO">Aprobados</a></li>
<li><a href="/mooc/{{ID}}/resultados?ver=ASISTIO">Asistieron</a></li>
<li><a href="/mooc/{{ID}}/resultados?ver=DESAPROBADO">Desaprobados</a></li>
<li><a href="/mooc/{{ID}}/resultados?ver=RETIRADO">Retirados</a></li>
</ul>
{{#HAY_RESULTADOS_DEL_CURSO}}<table class="apila">
<caption class="vh">Resultados del curso</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Entidad</th><th scope="col">Resultado</th><th scope="col">Fecha</th><th scope="col">Fuente</th></tr></thead>
<tbody>
{{#RESULTADOS_DEL_CURSO}}<tr>
<th scope="row"><a href="/servidor/{{VINCULO_ID}}/ficha">{{PERSONA}}</a> <span class="hint">{{DOCUMENTO}}</span></th>
<td data-label="Entidad">{{ENTIDAD}}</td>
<td data-label="Resultado">{{ESTADO}}{{#HAY_NOTA}} con {{NOTA}}{{/HAY_NOTA}}, intento {{INTENTO}}{{#ANULADO}} <span class="est">Anulado</span>{{/ANULADO}}</td>
<td data-label="Fecha">{{FECHA}}</td>
<td data-label="Fuente">{{#HAY_CARGA_ID}}<a href="/mooc/{{CARGA_ID}}/vista">{{FUENTE}}<span class="vh"> de {{PERSONA}}</span></a>{{/HAY_CARGA_ID}}{{#HAY_EVIDENCIA_ID}}<a href="/evidencia/{{EVIDENCIA_ID}}/archivo">{{FUENTE}}, con constancia<span class="vh"> de {{PERSONA}}</span></a>{{/HAY_EVIDENCIA_ID}}</td>
</tr>
{{/RESULTADOS_DEL_CURSO}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_RESULTADOS_DEL_CURSO}}{{#NO_RESULTADOS_DEL_CURSO}}<p>Ningún resultado.</p>
{{/NO_RESULTADOS_DEL_CURSO}}<p><a href="/mooc/cursos">Volver a los cursos</a></p>
