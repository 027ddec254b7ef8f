{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Consultas de las ORH</h1>
<p class="lead"><a href="/consulta/bandeja?estado=POR_RESPONDER">{{ABIERTAS}} por responder</a>, {{#URGE}}<strong>{{FUERA}} fuera de plazo</strong>{{/URGE}}{{#NO_URGE}}ninguna fuera de plazo{{/NO_URGE}}. Primero, la que vence antes.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Responda primero lo que vence antes. El plazo cuenta días hábiles y espera mientras la ORH aclara algo. Si otra persona debe responder, derívela: el plazo sigue.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_Q}}{{>CAMPO_ESTADO}}{{>CAMPO_VER}}
<button class="sec">Buscar</button>
</form>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Consultas con su plazo</caption>
<thead><tr><th scope="col">Consulta</th><th scope="col">Entidad</th><th scope="col">Estado y plazo</th><th scope="col">Enviada</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/consulta/{{ID}}/ver">{{NUMERO}}: {{ASUNTO}}</a></th>
<td data-label="Entidad">{{ENTIDAD}}</td>
<td data-label="Estado y plazo">{{#VENCIDA}}<span class="est VENCIDA">Fuera de plazo</span> {{/VENCIDA}}{{#NO_VENCIDA}}<span class="est{{#EN_ESPERA}} EN_CURSO{{/EN_ESPERA}}">{{ESTADO}}</span> {{/NO_VENCIDA}}{{#HAY_RELOJ}}SERVIR debe {{RELOJ}}{{/HAY_RELOJ}}{{#HAY_ATIENDE}} <span class="hint">Derivada a {{ATIENDE}}</span>{{/HAY_ATIENDE}}{{#ES_ADMIN}} <span class="hint">Derivada a la administración</span>{{/ES_ADMIN}}</td>
<td data-label="Enviada">{{CREADO_EN}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna consulta con estos filtros. <a href="/consulta/bandeja">Vea todas</a>.</p></div>
{{/NO_FILAS}}
