{{%AUTOESCAPE context="HTML"}}
<h1>Su seguimiento de hoy</h1>
<p class="lead">Al {{HOY}}: lo que vence, lo que espera su respuesta y las entidades que más lo necesitan.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Empiece por las consultas: su plazo corre. Siga con los compromisos de hoy y con las entidades en rojo; cada una dice por qué. Abra la entidad, llame y anote el contacto en la misma página.</p></details>
{{#SIN_CARTERA}}<div class="nota"><p>Todavía no tiene entidades a su cargo. La administración de SERVIR se las asigna.</p></div>
{{/SIN_CARTERA}}<ul class="cifras">
<li{{#URGE_CONSULTAS}} class="urge"{{/URGE_CONSULTAS}}><a href="/consulta/bandeja?ver=MIAS&amp;estado=POR_RESPONDER"><b>{{ABIERTAS}}</b> {{ABIERTAS:x-segun=consulta/consultas}} por responder</a>; {{FUERA}} fuera de plazo</li>
<li{{#URGE_COMPROMISOS}} class="urge"{{/URGE_COMPROMISOS}}><a href="#compromisos"><b>{{POR_HOY}}</b> {{POR_HOY:x-segun=compromiso de hoy o vencido/compromisos de hoy o vencidos}}</a>; {{EN_SIETE}} en los próximos 7 días</li>
<li{{#URGE_ROJAS}} class="urge"{{/URGE_ROJAS}}><a href="/seguimiento/cartera?luz=ROJO"><b>{{ROJAS}}</b> {{ROJAS:x-segun=entidad/entidades}} en rojo</a></li>
<li><a href="/seguimiento/cartera?luz=AMBAR"><b>{{AMBARES}}</b> {{AMBARES:x-segun=entidad/entidades}} en ámbar</a></li>
<li><a href="/seguimiento/cartera?luz=VERDE"><b>{{VERDES}}</b> {{VERDES:x-segun=entidad/entidades}} en verde</a></li>
</ul>
<h2>Consultas por responder</h2>
{{#HAY_CONSULTAS}}<ol class="tareas">
{{#CONSULTAS}}<li><div><a href="/consulta/{{ID}}/ver">{{NUMERO}}: {{ASUNTO}}</a>
<p class="hint">{{ENTIDAD}}. SERVIR debe {{RELOJ}}.</p></div>{{#VENCIDA}}<span class="est VENCIDA">Fuera de plazo</span>{{/VENCIDA}}</li>
{{/CONSULTAS}}</ol>
{{/HAY_CONSULTAS}}{{#NO_CONSULTAS}}<p>Ninguna consulta espera su respuesta.</p>
{{/NO_CONSULTAS}}<h2 id="compromisos">Compromisos de hoy y vencidos</h2>
{{#HAY_COMPROMISOS}}<ol class="tareas">
{{#COMPROMISOS}}<li><div><a href="/seguimiento/{{ENTIDAD_ID}}/entidad">{{ENTIDAD}}<span class="vh">: {{TEXTO}}</span></a>
<p>{{TEXTO}}</p><p class="hint">Lo hará {{RESPONSABLE}} hasta el {{FECHA_LIMITE}}.</p></div>{{#VENCIDO}}<span class="est VENCIDA">Vencido</span>{{/VENCIDO}}{{#NO_VENCIDO}}<span class="est EN_CURSO">Hoy</span>{{/NO_VENCIDO}}</li>
{{/COMPROMISOS}}</ol>
{{/HAY_COMPROMISOS}}{{#NO_COMPROMISOS}}<p>Nada vence hoy.</p>
{{/NO_COMPROMISOS}}<h2>Entidades en rojo</h2>
{{#HAY_FILAS}}<ol class="tareas">
{{#FILAS}}<li><div><a href="/seguimiento/{{ID}}/entidad">{{NOMBRE}}</a>
<p class="hint">{{RAZONES}}.</p></div><span class="est VENCIDA"><span aria-hidden="true">■</span> Rojo</span></li>
{{/FILAS}}</ol>
<p><a href="/seguimiento/cartera">Ver toda su cartera</a></p>
{{/HAY_FILAS}}{{#NO_FILAS}}<p>Ninguna entidad en rojo. <a href="/seguimiento/cartera">Ver toda su cartera</a></p>
{{/NO_FILAS}}
