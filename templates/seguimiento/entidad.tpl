{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{#IMPRESA}}Ficha de visita: {{/IMPRESA}}{{NOMBRE}}</h1>
<p class="lead">{{#ROJO}}<span class="est VENCIDA"><span aria-hidden="true">■</span> Rojo</span>{{/ROJO}}{{#AMBAR}}<span class="est OBSERVADA"><span aria-hidden="true">▲</span> Ámbar</span>{{/AMBAR}}{{#NO_ROJO}}{{#NO_AMBAR}}<span class="est VALIDADA"><span aria-hidden="true">●</span> Verde</span>{{/NO_AMBAR}}{{/NO_ROJO}} {{RAZONES}}.</p>
{{#EN_PANTALLA}}<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea a quién llamar y qué quedó pendiente. Después de la llamada o visita, anote el contacto y, si acordaron algo, el compromiso con su fecha: todo en un envío. Lo anotado no se borra; si se equivocó, corríjalo con otra nota.</p></details>
<p class="noimp"><a href="/seguimiento/{{ID}}/entidad?vista=imprimir">Imprimir la ficha de visita</a> · <a href="/entidad/{{ID}}/ficha">Datos de la entidad</a>{{#PUEDE_ASIGNAR}} · <a href="/seguimiento/asignar?entidad={{ID:url_query_escape}}">Cambiar de gestor</a>{{/PUEDE_ASIGNAR}}</p>
{{/EN_PANTALLA}}<dl class="ficha">
<div><dt>Lugar</dt><dd>{{#HAY_LUGAR}}{{LUGAR}}{{/HAY_LUGAR}}{{#NO_LUGAR}}<span class="hint">Sin ubicación</span>{{/NO_LUGAR}} · Nivel {{NIVEL:x-palabra}}</dd></div>
<div><dt>Gestor</dt><dd>{{#HAY_GESTOR}}{{GESTOR}}, desde el {{GESTOR_DESDE}}{{/HAY_GESTOR}}{{#NO_GESTOR}}<span class="hint">Sin gestor</span>{{/NO_GESTOR}}</dd></div>
<div><dt>Último contacto</dt><dd>{{#HAY_ULTIMO_CONTACTO}}{{ULTIMO_CONTACTO}}, hace {{DIAS_SIN_CONTACTO}} {{DIAS_SIN_CONTACTO:x-segun=día/días}}{{/HAY_ULTIMO_CONTACTO}}{{#NO_ULTIMO_CONTACTO}}<span class="hint">Ninguno todavía</span>{{/NO_ULTIMO_CONTACTO}}</dd></div>
{{#EQUIPO}}<div><dt>{{ROL_NOMBRE}}</dt><dd>{{NOMBRE}}{{#HAY_CELULAR}} · {{CELULAR}}{{/HAY_CELULAR}}{{#HAY_CORREO}} · {{CORREO}}{{/HAY_CORREO}}{{#HAY_HASTA}} <span class="hint">hasta el {{HASTA}}</span>{{/HAY_HASTA}}</dd></div>
{{/EQUIPO}}{{#NO_EQUIPO}}<div><dt>ORH</dt><dd><span class="hint">Nadie tiene todavía un rol de ORH en el portal</span></dd></div>
{{/NO_EQUIPO}}{{#HAY_CONTACTO_NOMBRE}}<div><dt>Contacto de la entidad</dt><dd>{{CONTACTO_NOMBRE}}{{#HAY_CONTACTO_TELEFONO}} · {{CONTACTO_TELEFONO}}{{/HAY_CONTACTO_TELEFONO}}{{#HAY_CONTACTO_CORREO}} · {{CONTACTO_CORREO}}{{/HAY_CONTACTO_CORREO}}</dd></div>
{{/HAY_CONTACTO_NOMBRE}}</dl>
<ul class="cifras">
<li><a href="/servidor/lista?entidad={{ID:url_query_escape}}"><b>{{PERSONAS:x-miles}}</b> {{PERSONAS:x-segun=persona/personas}} con vínculo vigente</a></li>
<li><a href="/servidor/lista?situacion=EN_CURSO&amp;entidad={{ID:url_query_escape}}"><b>{{EN_CURSO:x-miles}}</b> con su inducción en curso</a></li>
<li><a href="/servidor/lista?situacion=COMPLETADO&amp;entidad={{ID:url_query_escape}}"><b>{{CULMINADAS:x-miles}}</b> la {{CULMINADAS:x-segun=culminó/culminaron}}</a></li>
<li><a href="/servidor/lista?estado=VENCIDA&amp;entidad={{ID:url_query_escape}}"><b>{{VENCIDAS:x-miles}}</b> con etapas vencidas</a></li>
</ul>
{{#PUEDE_ANOTAR}}<h2>Anotar un contacto</h2>
<form method="post" novalidate>
{{>CSRF}}
<div class="fila">{{>CAMPO_FECHA}}{{>CAMPO_CANAL}}{{>CAMPO_CON_QUIEN}}</div>
{{>CAMPO_TEMA}}
{{>CAMPO_NOTA}}
{{>CAMPO_ACUERDO}}
<div class="fila">{{>CAMPO_RESPONSABLE}}{{>CAMPO_FECHA_LIMITE}}</div>
<div class="acc"><button>Guardar el contacto</button></div>
</form>
{{/PUEDE_ANOTAR}}<h2>Compromisos</h2>
{{#HAY_COMPROMISOS}}<ul class="tareas">
{{#COMPROMISOS}}<li><div><strong>{{TEXTO}}</strong>
<p class="hint">Lo hará {{RESPONSABLE}} hasta el {{FECHA_LIMITE}}.{{#HAY_CERRADO_EN}} Cerrado: {{CERRADO_EN}}.{{/HAY_CERRADO_EN}}{{#HAY_MOTIVO}} {{MOTIVO}}{{/HAY_MOTIVO}}</p></div>
{{#ABIERTO}}{{#VENCIDO}}<span class="est VENCIDA">Vencido</span>{{/VENCIDO}}{{#NO_VENCIDO}}<span class="est EN_CURSO">Abierto</span>{{/NO_VENCIDO}}{{/ABIERTO}}{{#NO_ABIERTO}}{{#CUMPLIDO}}<span class="est VALIDADA">Cumplido</span>{{/CUMPLIDO}}{{#NO_CUMPLIDO}}<span class="est">Anulado</span>{{/NO_CUMPLIDO}}{{/NO_ABIERTO}}
{{#EN_PANTALLA}}{{#PUEDE_ANOTAR}}{{#ABIERTO}}<form method="post" action="/seguimiento/{{ID}}/compromiso"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="enl" name="accion" value="CUMPLIDO">Cumplido<span class="vh">: {{TEXTO}}</span></button></form>{{/ABIERTO}}{{/PUEDE_ANOTAR}}
<a href="/seguimiento/{{ID}}/compromiso">{{#ABIERTO}}Anular o ver su historia{{/ABIERTO}}{{#NO_ABIERTO}}Deshacer o ver su historia{{/NO_ABIERTO}}<span class="vh">: {{TEXTO}}</span></a>{{/EN_PANTALLA}}</li>
{{/COMPROMISOS}}</ul>
{{/HAY_COMPROMISOS}}{{#NO_COMPROMISOS}}<p class="hint">Ningún compromiso.</p>
{{/NO_COMPROMISOS}}<h2>Consultas de la ORH</h2>
{{#HAY_CONSULTAS}}<ul class="tareas">
{{#CONSULTAS}}<li><div><a href="/consulta/{{ID}}/ver">{{NUMERO}}: {{ASUNTO}}</a>{{#HAY_RELOJ}}<p class="hint">SERVIR debe {{RELOJ}}.</p>{{/HAY_RELOJ}}</div><span class="est">{{ESTADO}}</span></li>
{{/CONSULTAS}}</ul>
{{/HAY_CONSULTAS}}{{#NO_CONSULTAS}}<p class="hint">Ninguna consulta.</p>
{{/NO_CONSULTAS}}<h2>Contactos</h2>
{{#HAY_CONTACTOS}}<ul class="tareas">
{{#CONTACTOS}}<li><div><strong>{{FECHA}} · {{CANAL}}{{#HAY_CON_QUIEN}} con {{CON_QUIEN}}{{/HAY_CON_QUIEN}}: {{TEMA}}</strong>{{#CORREGIDO}} <span class="est">Corregido después</span>{{/CORREGIDO}}{{#CORRECCION}} <span class="est">Corrección</span>{{/CORRECCION}}
{{#HAY_NOTA}}<p>{{NOTA}}</p>{{/HAY_NOTA}}{{#HAY_ACUERDO}}<p>Acuerdo: {{ACUERDO}}</p>{{/HAY_ACUERDO}}<p class="hint">Anotado el {{CREADO_EN}}{{#HAY_QUIEN}} por {{QUIEN}}{{/HAY_QUIEN}}.</p></div>
{{#EN_PANTALLA}}{{#PUEDE_ANOTAR}}{{#ES_MIO}}{{#NO_CORREGIDO}}<a href="/seguimiento/{{ID}}/corregir">Corregir<span class="vh"> el contacto del {{FECHA}}: {{TEMA}}</span></a>{{/NO_CORREGIDO}}{{/ES_MIO}}{{/PUEDE_ANOTAR}}{{/EN_PANTALLA}}</li>
{{/CONTACTOS}}</ul>
{{#EN_PANTALLA}}{{>PAGINAS}}{{/EN_PANTALLA}}
{{/HAY_CONTACTOS}}{{#NO_CONTACTOS}}<p class="hint">Todavía no hay contactos anotados.</p>
{{/NO_CONTACTOS}}{{#HAY_GESTORES}}<h2>Quién la acompañó</h2>
<ul>
{{#GESTORES}}<li>{{NOMBRE}}, desde el {{DESDE}}{{#HAY_HASTA}} hasta el {{HASTA}}{{/HAY_HASTA}}{{#HAY_MOTIVO}}: {{MOTIVO}}{{/HAY_MOTIVO}} <span class="hint">(asignó {{POR}})</span></li>
{{/GESTORES}}</ul>
{{/HAY_GESTORES}}{{#IMPRESA}}<h2>Acta de la visita</h2>
<table><tbody>
<tr><th scope="row">Fecha y hora</th><td><br><br></td></tr>
<tr><th scope="row">Por la ORH</th><td><br><br></td></tr>
<tr><th scope="row">Por SERVIR</th><td><br><br></td></tr>
<tr><th scope="row">Temas</th><td><br><br></td></tr>
<tr><th scope="row">Acuerdos, quién y hasta cuándo</th><td><br><br></td></tr>
<tr><th scope="row">Firmas</th><td><br><br></td></tr>
</tbody></table>
<p class="hint">Impresa el {{HOY}}.</p>
{{/IMPRESA}}
